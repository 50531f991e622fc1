using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Feeds the table of daily counts to a comparison.</summary>
internal static class SqliteCountComparison
{
    private const string RowsSql = """
        SELECT
            QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey,
            Score0, Score1, Score2, Score3, Score4, Score5, Score6, Score7, Score8, Score9, Score10, TestAnswers,
            ErasedAnswers, SuspectedDuplicateAnswers
        FROM DailyCounts
        ORDER BY QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey
        """;

    private const int FirstCounter = 6;

    public static void Run(SqliteConnection connection, CountComparison comparison)
    {
        Span<long> stored = stackalloc long[Counters.Stored];
        using var rows = new SqliteStatement(connection, RowsSql);
        while (rows.Step())
        {
            for (int index = 0; index < stored.Length; index++)
            {
                stored[index] = rows.Int64(FirstCounter + index);
            }

            comparison.Compare(ReadKey(rows), stored);
        }

        comparison.Complete();
    }

    private static DailyCountKey ReadKey(SqliteStatement rows) =>
        new(rows.Int64(0), (CountLevel)rows.Int64(1), (int)rows.Int64(2), rows.Int64(3), rows.Int64(4), rows.Int64(5));
}
