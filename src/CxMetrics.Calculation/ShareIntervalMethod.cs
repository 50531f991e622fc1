namespace CxMetrics.Calculation;

/// <summary>Interval methods for a share.</summary>
public enum ShareIntervalMethod
{
    /// <summary>Wilson's score interval, the default.</summary>
    Wilson,

    /// <summary>Clopper-Pearson ("exact"): at least the stated coverage, wider than needed.</summary>
    ClopperPearson,

    /// <summary>Agresti-Coull.</summary>
    AgrestiCoull,

    /// <summary>Jeffreys: equal-tailed, with the limits at 0 and n set to 0 and 1.</summary>
    Jeffreys,
}
