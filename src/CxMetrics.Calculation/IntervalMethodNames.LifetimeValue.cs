namespace CxMetrics.Calculation;

/// <content>The names of the intervals around lifetime values and what they are made of.</content>
public static partial class IntervalMethodNames
{
    /// <summary>The normal interval on the log scale, with the standard error by the delta method from the observed information.</summary>
    public const string DeltaLog = "deltaLog";

    /// <summary>Percentiles over refits to resampled customers.</summary>
    public const string CustomerBootstrap = "customerBootstrap";

    /// <summary>Quantiles of the predictive distribution of one customer, parameters taken as known.</summary>
    public const string PredictiveQuantiles = "predictiveQuantiles";
}
