namespace CxMetrics.Calculation.Monitoring;

/// <summary>A control chart: points with their limits and signals. Immutable.</summary>
public sealed record ControlChart
{
    /// <summary>The points, in the order given.</summary>
    public required IReadOnlyList<ChartPoint> Points { get; init; }

    /// <summary>The centre line, from the baseline; null where the baseline has no data.</summary>
    public required double? Center { get; init; }

    /// <summary>How many of the first points are the baseline that centre and limits come from.</summary>
    public required int BaselinePoints { get; init; }

    /// <summary>What a reader has to know beside the chart; the chart's maker says which it sets.</summary>
    public Caveats Caveats { get; init; }
}
