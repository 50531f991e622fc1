using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Statistics;

internal static class CountLevels
{
    /// <summary>The smallest level of daily counts that keeps apart what a query groups or filters by.</summary>
    /// <remarks>Survey and question are no matter here: every row of counts belongs to one question.</remarks>
    public static CountLevel For(RatingStatisticsQuery query)
    {
        bool touchpoint = Uses(query, Dimension.Touchpoint);
        bool channel = Uses(query, Dimension.Channel);
        bool segment = Uses(query, Dimension.Segment);
        return (touchpoint, channel, segment) switch
        {
            (false, false, false) => CountLevel.Total,
            (true, false, false) => CountLevel.ByTouchpoint,
            (false, true, false) => CountLevel.ByChannel,
            (false, false, true) => CountLevel.BySegment,
            _ => CountLevel.ByAll,
        };
    }

    private static bool Uses(RatingStatisticsQuery query, Dimension dimension) =>
        query.GroupBy.Contains(dimension) || query.Filters.ContainsKey(dimension);
}
