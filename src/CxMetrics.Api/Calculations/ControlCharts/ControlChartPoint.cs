using System.ComponentModel;
using System.Text.Json.Serialization;
using CxMetrics.Api.Hosting;
using CxMetrics.Calculation.Monitoring;

namespace CxMetrics.Api.Calculations.ControlCharts;

/// <summary>A point of a control chart.</summary>
internal sealed record ControlChartPoint
{
    private static readonly ChartRules[] Rules = [.. Enum.GetValues<ChartRules>().Where(IsSingle)];

    [Description("The plotted value; null for a gap. cusum: the distance of the value from the target.")]
    public required double? Value { get; init; }

    [Description("Lower limit; null where there is none.")]
    public required double? Lower { get; init; }

    [Description("Upper limit; null where there is none.")]
    public required double? Upper { get; init; }

    [Description(
        "The patterns that the point completes, empty for a point in control: `beyondLimits`, `nineOnOneSide` and the other rules; for cusum `high` and `low`."
    )]
    public required IReadOnlyList<string> Signals { get; init; }

    [Description("cusum: what has piled up above the target.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? UpperSum { get; init; }

    [Description("cusum: what has piled up below the target, 0 or less.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? LowerSum { get; init; }

    /// <summary>A point in another unit, so many times as large.</summary>
    public static ControlChartPoint From(ChartPoint point, double factor) =>
        new()
        {
            Value = point.Value * factor,
            Lower = point.Lower * factor,
            Upper = point.Upper * factor,
            Signals = [.. Rules.Where(rule => point.Signals.HasFlag(rule)).Select(EnumNames.CamelCase)],
        };

    public static ControlChartPoint From(CusumPoint point, double decisionInterval) =>
        new()
        {
            Value = point.Value,
            Lower = -decisionInterval,
            Upper = decisionInterval,
            Signals = (point.IsHigh, point.IsLow) switch
            {
                (true, true) => ["high", "low"],
                (true, false) => ["high"],
                (false, true) => ["low"],
                (false, false) => [],
            },
            UpperSum = point.UpperSum,
            LowerSum = point.LowerSum,
        };

    private static bool IsSingle(ChartRules rules) => int.IsPow2((int)rules);
}
