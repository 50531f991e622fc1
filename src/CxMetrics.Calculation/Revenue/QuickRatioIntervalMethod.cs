namespace CxMetrics.Calculation.Revenue;

/// <summary>Interval methods for the quick ratio.</summary>
public enum QuickRatioIntervalMethod
{
    /// <summary>Wilson's interval at Kish's number of customers for the share of gains in all that moved, the default.</summary>
    WilsonKish,

    /// <summary>± t linearised standard errors on the logarithmic scale. Covers too little below some two hundred customers that moved.</summary>
    LogDeltaT,
}
