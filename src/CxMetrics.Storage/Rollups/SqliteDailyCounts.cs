using CxMetrics.Storage.Connections;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Rollups;

/// <summary>Writes changes of daily counts into the table, within the transaction of the facts they count.</summary>
internal sealed class SqliteDailyCounts(SqliteConnection connection) : IDisposable
{
    private const int KeyColumns = 6;

    private const string AddSql = """
        INSERT INTO DailyCounts (
            QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey,
            Score0, Score1, Score2, Score3, Score4, Score5, Score6, Score7, Score8, Score9, Score10, TestAnswers,
            ErasedAnswers, SuspectedDuplicateAnswers)
        VALUES (
            @QuestionKey, @Level, @Day, @TouchpointKey, @ChannelKey, @SegmentKey,
            @Score0, @Score1, @Score2, @Score3, @Score4, @Score5, @Score6, @Score7, @Score8, @Score9, @Score10, @TestAnswers,
            @ErasedAnswers, @SuspectedDuplicateAnswers)
        ON CONFLICT (QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey) DO UPDATE SET
            Score0 = Score0 + excluded.Score0, Score1 = Score1 + excluded.Score1, Score2 = Score2 + excluded.Score2,
            Score3 = Score3 + excluded.Score3, Score4 = Score4 + excluded.Score4, Score5 = Score5 + excluded.Score5,
            Score6 = Score6 + excluded.Score6, Score7 = Score7 + excluded.Score7, Score8 = Score8 + excluded.Score8,
            Score9 = Score9 + excluded.Score9, Score10 = Score10 + excluded.Score10,
            TestAnswers = TestAnswers + excluded.TestAnswers,
            ErasedAnswers = ErasedAnswers + excluded.ErasedAnswers,
            SuspectedDuplicateAnswers = SuspectedDuplicateAnswers + excluded.SuspectedDuplicateAnswers
        """;

    // A row exists exactly while it counts something, so that a recount can be compared row by row.
    private const string DeleteEmptySql = """
        DELETE FROM DailyCounts
        WHERE QuestionKey = @QuestionKey AND Level = @Level AND Day = @Day
            AND TouchpointKey = @TouchpointKey AND ChannelKey = @ChannelKey AND SegmentKey = @SegmentKey
            AND Score0 = 0 AND Score1 = 0 AND Score2 = 0 AND Score3 = 0 AND Score4 = 0 AND Score5 = 0 AND Score6 = 0
            AND Score7 = 0 AND Score8 = 0 AND Score9 = 0 AND Score10 = 0 AND TestAnswers = 0
            AND ErasedAnswers = 0 AND SuspectedDuplicateAnswers = 0
        """;

    private readonly SqliteStatement _add = new(connection, AddSql);
    private readonly SqliteStatement _deleteEmpty = new(connection, DeleteEmptySql);

    /// <summary>Adds the changes to the table and forgets them.</summary>
    public void Write(DailyCountChanges changes)
    {
        foreach (DailyCountKey key in changes.Fold())
        {
            ReadOnlySpan<long> counters = changes.Of(key);
            Add(key, counters);
            if (counters.ContainsAnyInRange(long.MinValue, -1))
            {
                BindKey(_deleteEmpty, key).Execute();
            }
        }

        changes.Clear();
    }

    public void Dispose()
    {
        _add.Dispose();
        _deleteEmpty.Dispose();
    }

    private void Add(DailyCountKey key, ReadOnlySpan<long> counters)
    {
        BindKey(_add, key);
        for (int index = 0; index < counters.Length; index++)
        {
            _add.Bind(KeyColumns + 1 + index, counters[index]);
        }

        _add.Execute();
    }

    private static SqliteStatement BindKey(SqliteStatement statement, DailyCountKey key) =>
        statement
            .Bind(1, key.Question)
            .Bind(2, (long)key.Level)
            .Bind(3, key.Day)
            .Bind(4, key.Touchpoint)
            .Bind(5, key.Channel)
            .Bind(6, key.Segment);
}
