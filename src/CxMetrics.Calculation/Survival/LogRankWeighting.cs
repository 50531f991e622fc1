namespace CxMetrics.Calculation.Survival;

/// <summary>What each event counts in a comparison of survival curves: S(t−)^ρ of all groups together.</summary>
public enum LogRankWeighting
{
    /// <summary>All events alike, ρ = 0: the log-rank test, best where the hazards are proportional. The default.</summary>
    LogRank,

    /// <summary>Early events more, ρ = 1: Peto and Peto's version of the Gehan-Wilcoxon test.</summary>
    PetoPeto,
}
