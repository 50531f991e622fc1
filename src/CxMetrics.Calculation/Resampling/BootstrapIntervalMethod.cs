namespace CxMetrics.Calculation.Resampling;

/// <summary>How limits are read from the resamples of a bootstrap.</summary>
public enum BootstrapIntervalMethod
{
    /// <summary>
    /// BCa, the default: percentiles moved for bias and for a standard error that changes with the value (Efron 1987, JASA 82, 171-185).
    /// Second-order accurate; does not change when the statistic is transformed.
    /// </summary>
    BiasCorrectedAccelerated,

    /// <summary>Percentiles of the resampled statistic (Efron 1979, Annals of Statistics 7, 1-26).</summary>
    Percentile,

    /// <summary>Percentiles reflected about the estimate (Davison and Hinkley 1997, 5.2); can leave the range of the statistic.</summary>
    Basic,
}
