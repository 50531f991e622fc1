using System.Data.Common;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads scores from daily counts alone, so that a read costs days and groups, not responses.</summary>
/// <remarks>Rows are added up here as for the other dialect: periods and scales are known here, and the rows are few.</remarks>
internal static class SqlServerCountReader
{
    private const int FirstCounter = 5;

    // An APPLY with a TOP cannot be turned into another kind of join: each range of a question is one seek in the primary key, however
    // many rows the table has. A join was seen to scan the table instead.
    private static readonly SqlServerStatement ReadCounts = new(
        """
        SELECT
            c.QuestionKey, c.Day, c.TouchpointKey, c.ChannelKey, c.SegmentKey,
            c.Score0, c.Score1, c.Score2, c.Score3, c.Score4, c.Score5, c.Score6, c.Score7, c.Score8, c.Score9,
            c.Score10, c.TestAnswers, c.ErasedAnswers, c.SuspectedDuplicateAnswers
        FROM @QuestionKeys AS q
        CROSS JOIN @DayRanges AS d
        CROSS APPLY (
            SELECT TOP (9223372036854775807)
                r.QuestionKey, r.Day, r.TouchpointKey, r.ChannelKey, r.SegmentKey,
                r.Score0, r.Score1, r.Score2, r.Score3, r.Score4, r.Score5, r.Score6, r.Score7, r.Score8, r.Score9,
                r.Score10, r.TestAnswers, r.ErasedAnswers, r.SuspectedDuplicateAnswers
            FROM DailyCounts AS r
            WHERE r.QuestionKey = CAST(q.RowKey AS int) AND r.Level = CAST(@Level AS tinyint)
                AND r.Day >= d.FirstDay AND r.Day < d.EndDay
        ) AS c
        """,
        "QuestionKeys",
        "DayRanges",
        "Level"
    );

    /// <summary>Adds up the counts of a part that is not empty.</summary>
    public static async Task ReadAsync(
        SqlTransaction snapshot,
        StatisticsPart part,
        CancellationToken cancellationToken
    )
    {
        SqlServerParameters parameters = new SqlServerParameters()
            .Table("QuestionKeys", SqlServerResponseSql.ToKeyRows(part.QuestionKeys))
            .Table("DayRanges", ToRows(part.Days))
            .Int("Level", (int)part.Level);
        await using DbDataReader rows = await snapshot.ReadAsync(ReadCounts, parameters, cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            (int touchpoint, int channel, int segment) = (rows.GetInt32(2), rows.GetInt32(3), rows.GetInt32(4));
            if (!part.Filter.Includes(touchpoint, channel, segment))
            {
                continue;
            }

            long[] counters = part.Sums.Of(rows.GetInt32(0), rows.GetInt32(1), touchpoint, channel, segment);
            for (int index = 0; index < Counters.Stored; index++)
            {
                counters[index] += rows.GetInt32(FirstCounter + index);
            }
        }
    }

    private static SqlServerRows ToRows(IEnumerable<int[]> days)
    {
        var rows = new SqlServerRows(SqlServerRowType.DayRanges);
        foreach (int[] range in days)
        {
            rows.Add(range[0], range[1]);
        }

        return rows;
    }
}
