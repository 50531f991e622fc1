using System.ComponentModel;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Calculations;

/// <summary>A number computed from what the request held: the fields of a metric's row.</summary>
internal record CalculationResult
{
    [Description("The estimate; null, never 0, when nothing was counted or the data do not tell.")]
    public required double? Value { get; init; }

    [Description(
        "What value, limits and standard error are counted in: `points`, `percent`, `rating`, or `value` for plain numbers in the unit of the request."
    )]
    public required string Unit { get; init; }

    [Description("Observations counted.")]
    public required long N { get; init; }

    public required Interval? Interval { get; init; }

    [Description("Standard error of the value; null when it cannot be estimated.")]
    public required double? StandardError { get; init; }

    [Description("The counts that the value was made from.")]
    public required IReadOnlyDictionary<string, long> Breakdown { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }

    [Description(
        "Effective number of observations; only where it differs from their number, for example with weights."
    )]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? NEffective { get; init; }

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
            Breakdown = breakdown ?? Breakdowns.None,
            NEffective = estimate.EffectiveSampleSize,
            Flags = Results.Flags.Of(estimate),
        };
}
