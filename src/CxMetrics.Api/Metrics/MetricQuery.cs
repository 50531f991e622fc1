using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

/// <summary>A question to the catalogue, checked and complete.</summary>
internal sealed record MetricQuery(
    ScoreDefinition Definition,
    DateRange Window,
    PeriodLength Period,
    IReadOnlyList<Dimension> GroupBy,
    IReadOnlyDictionary<Dimension, IReadOnlyList<string?>> Filters,
    double Confidence,
    string Method
)
{
    /// <summary>What to count; null for what the kinds of the surveys make the default.</summary>
    public UnitOfAnalysis? Unit { get; init; }

    /// <summary>The moment of knowledge; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
