namespace CxMetrics.Calculation.Survival;

/// <summary>Interval methods for the share S that has had no event yet. With Greenwood's sum G the standard error of log S is √G.</summary>
public enum SurvivalIntervalMethod
{
    /// <summary>
    /// S^exp(±z√G/log S), symmetric for log(−log S); the default. Always inside 0 to 1. Source: Kalbfleisch and Prentice (1980),
    /// The Statistical Analysis of Failure Time Data.
    /// </summary>
    LogLog,

    /// <summary>S·exp(±z√G), the upper limit clipped to 1: what R's <c>survfit</c> does unasked.</summary>
    Log,

    /// <summary>S ± zS√G, clipped to 0 and 1. Too narrow in small samples and in the tails.</summary>
    Plain,
}
