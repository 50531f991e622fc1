using CxMetrics.Calculation;

namespace CxMetrics.Domain.Statistics;

/// <summary>The counts of one period, group and scale: what a calculator needs to make a score.</summary>
/// <param name="PeriodIndex">Index into the periods of the query.</param>
/// <param name="Group">One value per dimension grouped by; null where the answers had none.</param>
/// <param name="Distribution">The counts. One group may come back once per scale; the reader decides whether that is an error.</param>
/// <param name="TestAnswers">Answers left out because their response was a test.</param>
public sealed record RatingStatistics(
    int PeriodIndex,
    IReadOnlyList<string?> Group,
    RatingDistribution Distribution,
    long TestAnswers
);
