namespace CxMetrics.Calculation.Trends;

/// <summary>How the p-value of the Mann-Kendall test is found.</summary>
public enum MannKendallMethod
{
    /// <summary>Normal approximation with S moved one step towards 0, the default.</summary>
    ContinuityCorrected,

    /// <summary>Normal approximation without continuity correction.</summary>
    Normal,

    /// <summary>The exact distribution of S over all orders of the values, ties included; at most 20 values at different positions.</summary>
    Exact,
}
