namespace CxMetrics.Calculation.Trends;

/// <summary>What the Mann-Kendall test says about a series.</summary>
public readonly record struct MannKendallResult
{
    /// <summary>The number of values, n.</summary>
    public required long SampleSize { get; init; }

    /// <summary>Kendall's S: pairs of values that rise over time minus pairs that fall. 0 for fewer than two values.</summary>
    public required long S { get; init; }

    /// <summary>The variance of S without a trend, given the ties; 0 where S cannot be anything but 0.</summary>
    public required double Variance { get; init; }

    /// <summary>The standardised S of the normal approximation; null where the variance is 0, and for the exact method.</summary>
    public required double? Z { get; init; }

    /// <summary>The two-sided p-value of no trend; null where the variance is 0: values that are all equal have no order to test.</summary>
    public required double? PValue { get; init; }

    /// <summary>
    /// Kendall's tau-b, from −1 (always falling) to 1 (always rising): S over the geometric mean of the pairs not tied in value and the
    /// pairs not tied in position. Null where one of these is 0.
    /// </summary>
    public required double? TauB { get; init; }
}
