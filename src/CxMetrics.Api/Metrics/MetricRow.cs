using System.ComponentModel;
using CxMetrics.Api.Results;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

/// <summary>One number with its uncertainty.</summary>
internal sealed record MetricRow
{
    [Description("First day of the row, inclusive.")]
    public required DateOnly PeriodStart { get; init; }

    [Description("Day after the last, exclusive.")]
    public required DateOnly PeriodEnd { get; init; }

    [Description("Value of each dimension grouped by; null where the answers had none.")]
    public required IReadOnlyDictionary<string, string?> Group { get; init; }

    [Description("The estimate; null, never 0, when nothing was counted.")]
    public required double? Value { get; init; }

    [Description("What the row counts.")]
    public required UnitOfAnalysis UnitOfAnalysis { get; init; }

    [Description("Answers counted; with `respondent` one per respondent.")]
    public required long N { get; init; }

    [Description(
        "How many independent answers carry the same information, with `account`; null otherwise, where it would be `n`."
    )]
    public required double? NEffective { get; init; }

    public required Interval? Interval { get; init; }

    [Description("Standard error of the value; null when it cannot be estimated.")]
    public required double? StandardError { get; init; }

    [Description("The scale of the answers; null when nothing was counted.")]
    public required Scale? Scale { get; init; }

    [Description("The counts that the value was made from.")]
    public required IReadOnlyDictionary<string, long> Breakdown { get; init; }

    [Description(
        "`empty`: nothing counted. `lowN`: fewer than 30 answers. `clipped`: the range cuts the period short. `provisional`: the period is not over yet. `concentrated`: one account has more than a quarter of the answers (with `account`)."
    )]
    public required IReadOnlyList<string> Flags { get; init; }
}
