using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Domain.Statistics;

/// <summary>The counts of one period, group, scale and set of thresholds: what a calculator needs to make a score.</summary>
/// <param name="PeriodIndex">Index into the periods of the query.</param>
/// <param name="Group">One value per dimension grouped by; null where the answers had none.</param>
/// <param name="Distribution">
/// The counts. One group may come back once per scale, and the reader decides whether that is an error; and once per set of thresholds.
/// </param>
/// <param name="Excluded">Answers left out, by reason.</param>
public sealed record RatingStatistics(
    int PeriodIndex,
    IReadOnlyList<string?> Group,
    RatingDistribution Distribution,
    ExcludedAnswers Excluded
)
{
    /// <summary>What was counted.</summary>
    public UnitOfAnalysis Unit { get; init; }

    /// <summary>The thresholds of the questions counted here.</summary>
    public QuestionThresholds Thresholds { get; init; }

    /// <summary>The counts by account; empty unless the unit is <see cref="UnitOfAnalysis.Account"/>.</summary>
    public IReadOnlyList<AccountAnswers> Accounts { get; init; } = [];
}
