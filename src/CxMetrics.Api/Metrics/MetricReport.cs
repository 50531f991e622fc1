using System.ComponentModel;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

/// <summary>The answer to a metric query: every number with its uncertainty and what it was made from.</summary>
internal sealed record MetricReport
{
    [Description("The key of the metric.")]
    public required string Metric { get; init; }

    [Description("Which definition made the numbers.")]
    public required DefinitionReference Definition { get; init; }

    [Description("What values, limits and standard errors are counted in.")]
    public required ScoreUnit Unit { get; init; }

    [Description(
        "What the rows count: the unit asked for, or the default of the surveys. Null where rows differ because their surveys differ in kind; each row says its own."
    )]
    public required UnitOfAnalysis? UnitOfAnalysis { get; init; }

    public required Window Window { get; init; }

    [Description("Two-sided confidence level of the intervals.")]
    public required double Confidence { get; init; }

    [Description("The moment of knowledge; null for now.")]
    public DateTimeOffset? AsOf { get; init; }

    [Description("One row per period and group. Periods without data have a row too.")]
    public required IReadOnlyList<MetricRow> Rows { get; init; }

    public required Exclusions Excluded { get; init; }

    [Description("Whether every row asked for is here. Nothing is ever cut silently.")]
    public bool Complete { get; init; } = true;
}
