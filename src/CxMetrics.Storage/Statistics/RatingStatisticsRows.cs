using CxMetrics.Calculation;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Statistics;

/// <summary>The sums of a query as callers get them: keys replaced by names, counters by distributions.</summary>
internal static class RatingStatisticsRows
{
    public static List<RatingStatistics> From(RatingStatisticsQuery query, CountSums sums, GroupNames names) =>
        [
            .. sums.Sums.Select(sum =>
            {
                RatingScale scale = names.Questions[sum.Key.QuestionGroup].Scale;
                string?[] group = [.. query.GroupBy.Select(dimension => names.Of(sum.Key, dimension))];
                var distribution = new RatingDistribution(scale, sum.Value.AsSpan(0, scale.Points));
                return new RatingStatistics(
                    sum.Key.Period,
                    group,
                    distribution,
                    sum.Value[DailyCountChanges.Counters - 1]
                );
            }),
        ];
}
