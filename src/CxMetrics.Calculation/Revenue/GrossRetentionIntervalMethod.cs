namespace CxMetrics.Calculation.Revenue;

/// <summary>Interval methods for gross revenue retention, a mean of shares weighted by revenue.</summary>
public enum GrossRetentionIntervalMethod
{
    /// <summary>Wilson's interval at Kish's number of accounts, the default: the only one here that sees losses that did not occur.</summary>
    WilsonKish,

    /// <summary>Fieller's interval with t; the jackknife answers where it is unbounded.</summary>
    FiellerT,

    /// <summary>The estimate ± t standard errors of the jackknife.</summary>
    JackknifeT,

    /// <summary>The estimate ± t linearised standard errors.</summary>
    DeltaT,

    /// <summary>The estimate ± z linearised standard errors.</summary>
    DeltaZ,

    /// <summary>± t linearised standard errors on the logarithmic scale.</summary>
    LogDeltaT,
}
