using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Statistics;

/// <summary>Makes the rows that a store hands out from the sums of one unit.</summary>
internal sealed class StatisticsRows(
    RatingStatisticsQuery query,
    UnitOfAnalysis unit,
    QuestionGroups questions,
    IReadOnlyDictionary<StatisticsGroup, Dictionary<long, long[]>>? accounts
)
{
    public List<RatingStatistics> Create(CountSums sums, GroupNames names) =>
        [.. sums.Sums.Select(sum => Create(sum.Key, sum.Value, names))];

    private RatingStatistics Create(StatisticsGroup group, long[] counters, GroupNames names)
    {
        QuestionGroup question = questions[group.QuestionGroup];
        return new RatingStatistics(
            group.Period,
            [.. query.GroupBy.Select(dimension => names.Of(group, dimension))],
            DistributionOf(question.Scale, counters),
            Counters.Excluded(counters)
        )
        {
            Unit = unit,
            Thresholds = question.Thresholds,
            Accounts = accounts?.GetValueOrDefault(group) is { } found
                ?
                [
                    .. found.Select(account => new AccountAnswers(
                        account.Key,
                        DistributionOf(question.Scale, account.Value)
                    )),
                ]
                : [],
        };
    }

    private static RatingDistribution DistributionOf(RatingScale scale, long[] counters) =>
        new(scale, counters.AsSpan(0, scale.Points));
}
