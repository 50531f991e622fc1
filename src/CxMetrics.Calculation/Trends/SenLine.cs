namespace CxMetrics.Calculation.Trends;

/// <summary>Sen's line: the median slope, and the line with that slope through the medians.</summary>
public readonly record struct SenLine
{
    /// <summary>The slope in units of the values per unit of position. Sen's method has no standard error.</summary>
    public required Estimate Slope { get; init; }

    /// <summary>Median value minus slope times median position: the line's value at position 0; null without a slope.</summary>
    public required double? Intercept { get; init; }
}
