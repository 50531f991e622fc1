using System.ComponentModel;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Calculations;

/// <summary>A number computed from what the request held: the fields of a metric's row.</summary>
internal sealed record CalculationResult
{
    [Description("The estimate; null, never 0, when nothing was counted.")]
    public required double? Value { get; init; }

    [Description(
        "What value, limits and standard error are counted in: `points`, `percent`, `rating`, or `value` for plain numbers."
    )]
    public required string Unit { get; init; }

    [Description("Observations counted.")]
    public required long N { get; init; }

    public required Interval? Interval { get; init; }

    [Description("Standard error of the value; null when it cannot be estimated.")]
    public required double? StandardError { get; init; }

    [Description("The counts that the value was made from.")]
    public required IReadOnlyDictionary<string, long> Breakdown { get; init; }

    [Description("`empty`: nothing counted. `lowN`: fewer than 30 observations.")]
    public required IReadOnlyList<string> Flags { get; init; }

    [Description("Effective number of observations; only where weights were given.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? NEffective { get; init; }

    [Description("csat: the mean beside the share.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CalculationResult? Mean { get; init; }

    [Description("ces: the share agreeing that it was easy, beside the mean.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CalculationResult? ShareAgreeing { get; init; }

    [Description("ces: net ease, beside the mean.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public CalculationResult? NetEase { get; init; }

    public static CalculationResult From(
        Estimate estimate,
        string unit,
        IReadOnlyDictionary<string, long>? breakdown = null
    ) =>
        new()
        {
            Value = estimate.Value,
            Unit = unit,
            N = estimate.SampleSize,
            Interval = Interval.From(estimate.Interval),
            StandardError = estimate.StandardError,
            Breakdown = breakdown ?? new Dictionary<string, long>(StringComparer.Ordinal),
            NEffective = estimate.EffectiveSampleSize,
            Flags = Results.Flags.OfSampleSize(estimate.SampleSize) is { } flag ? [flag] : [],
        };
}
