using System.ComponentModel;

namespace CxMetrics.Api.Calculations.ControlCharts;

/// <summary>A control chart.</summary>
internal sealed record ControlChartResult
{
    [Description("The kind of chart.")]
    public required ControlChartKind Chart { get; init; }

    [Description("What points and limits are counted in: `percent` for p, `sigma` for cusum, otherwise `value`.")]
    public required string Unit { get; init; }

    [Description("The centre line; null when the baseline has no data.")]
    public required double? Center { get; init; }

    [Description(
        "xmr, cusum, ewma: the standard deviation of single values; null for p and u, and when the baseline has fewer than two values."
    )]
    public required double? Sigma { get; init; }

    [Description("How many of the first points set centre and limits; 0 when they were given.")]
    public required int BaselinePoints { get; init; }

    [Description("The points, in the order of the request.")]
    public required IReadOnlyList<ControlChartPoint> Points { get; init; }

    [Description("xmr: the moving ranges, one fewer; null for other charts.")]
    public required IReadOnlyList<ControlChartPoint>? MovingRanges { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }
}
