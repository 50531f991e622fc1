using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Domain.Statistics;

/// <summary>Which counts to read.</summary>
/// <param name="Metric">Answers of this metric.</param>
/// <param name="Periods">Disjoint ranges of days in order of time.</param>
/// <param name="GroupBy">Keep these dimensions apart, in this order; each at most once.</param>
/// <param name="Filters">Only answers with one of these values; a null value selects answers without one. A dimension that is missing does not filter.</param>
public sealed record RatingStatisticsQuery(
    RatingMetric Metric,
    IReadOnlyList<DateRange> Periods,
    IReadOnlyList<Dimension> GroupBy,
    IReadOnlyDictionary<Dimension, IReadOnlyList<string?>> Filters
)
{
    /// <summary>What to count; null for what the kinds of the surveys covered make the default.</summary>
    public UnitOfAnalysis? Unit { get; init; }

    /// <summary>Only what was recorded by then, in the state it had then; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
