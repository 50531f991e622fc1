namespace CxMetrics.Calculation.Revenue;

/// <summary>Interval methods for net revenue retention, a ratio of sums over accounts. All use t with accounts − 1 degrees of freedom but one.</summary>
public enum NetRetentionIntervalMethod
{
    /// <summary>Fieller's interval, the default; the jackknife answers where it is unbounded.</summary>
    FiellerT,

    /// <summary>The estimate ± t standard errors of the jackknife.</summary>
    JackknifeT,

    /// <summary>The estimate ± t linearised standard errors.</summary>
    DeltaT,

    /// <summary>The estimate ± z linearised standard errors. Too narrow below a few hundred accounts.</summary>
    DeltaZ,

    /// <summary>± t linearised standard errors on the logarithmic scale: never below 0.</summary>
    LogDeltaT,
}
