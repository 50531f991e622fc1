using System.Data;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Feeds the table of daily counts to a comparison.</summary>
internal static class SqlServerCountComparison
{
    private const int FirstCounter = 6;

    private static readonly SqlServerStatement ReadRows = new(
        """
        SELECT
            c.QuestionKey, CAST(c.Level AS int), c.Day, c.TouchpointKey, c.ChannelKey, c.SegmentKey,
            c.Score0, c.Score1, c.Score2, c.Score3, c.Score4, c.Score5, c.Score6, c.Score7, c.Score8, c.Score9, c.Score10,
            c.TestAnswers, c.ErasedAnswers, c.SuspectedDuplicateAnswers
        FROM DailyCounts AS c
        ORDER BY c.QuestionKey, c.Level, c.Day, c.TouchpointKey, c.ChannelKey, c.SegmentKey
        """
    )
    {
        IsLong = true,
    };

    public static void Run(SqlTransaction transaction, CountComparison comparison)
    {
        Span<long> stored = stackalloc long[Counters.Stored];
        using IDataReader rows = transaction.Read(ReadRows);
        while (rows.Read())
        {
            for (int index = 0; index < stored.Length; index++)
            {
                stored[index] = rows.GetInt32(FirstCounter + index);
            }

            comparison.Compare(ReadKey(rows), stored);
        }

        comparison.Complete();
    }

    private static DailyCountKey ReadKey(IDataReader rows) =>
        new(
            rows.GetInt32(0),
            (CountLevel)rows.GetInt32(1),
            rows.GetInt32(2),
            rows.GetInt32(3),
            rows.GetInt32(4),
            rows.GetInt32(5)
        );
}
