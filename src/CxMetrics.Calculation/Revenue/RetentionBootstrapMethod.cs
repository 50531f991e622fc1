namespace CxMetrics.Calculation.Revenue;

/// <summary>Bootstrap intervals for net revenue retention. Both cover too little below a few hundred accounts.</summary>
public enum RetentionBootstrapMethod
{
    /// <summary>Quantiles of the resampled ratios.</summary>
    Percentile,

    /// <summary>Quantiles corrected for bias and acceleration.</summary>
    BiasCorrectedAccelerated,
}
