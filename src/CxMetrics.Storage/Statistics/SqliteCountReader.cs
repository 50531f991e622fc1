using System.Text.Json;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads scores from daily counts alone, so that a read costs days and groups, not responses.</summary>
/// <remarks>Rows are added up here rather than by SQL: grouping there has to sort them first.</remarks>
internal static class SqliteCountReader
{
    private const string CountsSql = """
        SELECT
            c.QuestionKey, c.Day, c.TouchpointKey, c.ChannelKey, c.SegmentKey,
            c.Score0, c.Score1, c.Score2, c.Score3, c.Score4, c.Score5, c.Score6, c.Score7, c.Score8, c.Score9,
            c.Score10, c.TestAnswers, c.ErasedAnswers, c.SuspectedDuplicateAnswers
        FROM json_each(@QuestionKeys) AS q
        CROSS JOIN json_each(@DayRanges) AS d
        CROSS JOIN DailyCounts AS c
        WHERE c.QuestionKey = q.value AND c.Level = @Level AND c.Day >= d.value ->> 0 AND c.Day < d.value ->> 1
        """;

    private const int FirstCounter = 5;

    public static void Read(SqliteConnection connection, StatisticsPart part)
    {
        using var rows = new SqliteStatement(connection, CountsSql);
        rows.Bind(1, JsonSerializer.Serialize(part.QuestionKeys))
            .Bind(2, JsonSerializer.Serialize(part.Days))
            .Bind(3, (long)part.Level);
        while (rows.Step())
        {
            (long touchpoint, long channel, long segment) = (rows.Int64(2), rows.Int64(3), rows.Int64(4));
            if (!part.Filter.Includes(touchpoint, channel, segment))
            {
                continue;
            }

            long[] counters = part.Sums.Of(rows.Int64(0), (int)rows.Int64(1), touchpoint, channel, segment);
            for (int index = 0; index < Counters.Stored; index++)
            {
                counters[index] += rows.Int64(FirstCounter + index);
            }
        }
    }
}
