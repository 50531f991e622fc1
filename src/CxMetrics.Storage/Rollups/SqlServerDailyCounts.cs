using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Rollups;

/// <summary>Writes changes of daily counts into the table, within the transaction of the facts they count.</summary>
internal static class SqlServerDailyCounts
{
    // Rows that exist are locked, and where none is, the gap: in the order of the keys, so that writers queue up.
    private const string UpdateSql = """
        UPDATE c SET
            Score0 = c.Score0 + n.Score0, Score1 = c.Score1 + n.Score1, Score2 = c.Score2 + n.Score2,
            Score3 = c.Score3 + n.Score3, Score4 = c.Score4 + n.Score4, Score5 = c.Score5 + n.Score5,
            Score6 = c.Score6 + n.Score6, Score7 = c.Score7 + n.Score7, Score8 = c.Score8 + n.Score8,
            Score9 = c.Score9 + n.Score9, Score10 = c.Score10 + n.Score10, TestAnswers = c.TestAnswers + n.TestAnswers,
            ErasedAnswers = c.ErasedAnswers + n.ErasedAnswers,
            SuspectedDuplicateAnswers = c.SuspectedDuplicateAnswers + n.SuspectedDuplicateAnswers

        """;

    private const string JoinLocked = """

        JOIN DailyCounts AS c WITH (UPDLOCK, HOLDLOCK, ROWLOCK)
            ON c.QuestionKey = n.QuestionKey AND c.Level = n.Level AND c.Day = n.Day
            AND c.TouchpointKey = n.TouchpointKey AND c.ChannelKey = n.ChannelKey AND c.SegmentKey = n.SegmentKey

        """;

    private const string InsertSql = """
        INSERT INTO DailyCounts (
            QuestionKey, Level, Day, TouchpointKey, ChannelKey, SegmentKey,
            Score0, Score1, Score2, Score3, Score4, Score5, Score6, Score7, Score8, Score9, Score10, TestAnswers,
            ErasedAnswers, SuspectedDuplicateAnswers)
        SELECT
            n.QuestionKey, n.Level, n.Day, n.TouchpointKey, n.ChannelKey, n.SegmentKey,
            n.Score0, n.Score1, n.Score2, n.Score3, n.Score4, n.Score5, n.Score6, n.Score7, n.Score8, n.Score9, n.Score10,
            n.TestAnswers, n.ErasedAnswers, n.SuspectedDuplicateAnswers

        """;

    private const string WhereMissing = """

        WHERE NOT EXISTS (
            SELECT 1 FROM DailyCounts AS c WITH (UPDLOCK, HOLDLOCK, ROWLOCK)
            WHERE c.QuestionKey = n.QuestionKey AND c.Level = n.Level AND c.Day = n.Day
                AND c.TouchpointKey = n.TouchpointKey AND c.ChannelKey = n.ChannelKey AND c.SegmentKey = n.SegmentKey)

        """;

    // A row exists exactly while it counts something, so that a recount can be compared row by row.
    private const string WhereEmpty = """
        WHERE c.Score0 = 0 AND c.Score1 = 0 AND c.Score2 = 0 AND c.Score3 = 0 AND c.Score4 = 0 AND c.Score5 = 0
            AND c.Score6 = 0 AND c.Score7 = 0 AND c.Score8 = 0 AND c.Score9 = 0 AND c.Score10 = 0 AND c.TestAnswers = 0
            AND c.ErasedAnswers = 0 AND c.SuspectedDuplicateAnswers = 0

        """;

    private const string Order =
        "ORDER BY n.QuestionKey, n.Level, n.Day, n.TouchpointKey, n.ChannelKey, n.SegmentKey\n";
    private const string InOrder = "OPTION (LOOP JOIN, FORCE ORDER, MAXDOP 1)";
    private const string Given = "FROM @Counts AS n";
    private const string Staged = "FROM StagedCounts AS n";
    private const string OfBatch = "AND n.Batch = @Batch\n";

    private static readonly SqlServerStatement UpdateGiven = new(UpdateSql + Given + JoinLocked + InOrder, "Counts");

    private static readonly SqlServerStatement UpdateStaged = new(
        UpdateSql + Staged + JoinLocked + OfBatch + InOrder,
        "Batch"
    );

    private static readonly SqlServerStatement InsertGiven = new(
        InsertSql + Given + WhereMissing + Order + InOrder,
        "Counts"
    );

    private static readonly SqlServerStatement InsertStaged = new(
        InsertSql + Staged + WhereMissing + OfBatch + Order + InOrder,
        "Batch"
    );

    private static readonly SqlServerStatement DeleteGiven = new(
        "DELETE c\n" + Given + JoinLocked + WhereEmpty + InOrder,
        "Counts"
    );

    private static readonly SqlServerStatement DeleteStaged = new(
        "DELETE c\n" + Staged + JoinLocked + WhereEmpty + OfBatch + InOrder,
        "Batch"
    );

    private static readonly SqlServerStatement Unstage = new("DELETE FROM StagedCounts WHERE Batch = @Batch", "Batch");

    /// <summary>Adds the changes to the table and forgets them.</summary>
    /// <param name="transaction">The transaction of the facts they count.</param>
    /// <param name="changes">The changes.</param>
    /// <param name="batch">A number that no other writer uses, for changes too many for a parameter.</param>
    public static void Write(SqlTransaction transaction, DailyCountChanges changes, long batch)
    {
        DailyCountKey[] keys = changes.Fold();
        if (keys.Length > 0)
        {
            SqlServerRows rows = ToRows(changes, keys);
            bool mayEmpty = Array.Exists(keys, key => changes.Of(key).ContainsAnyInRange(long.MinValue, -1));
            if (rows.Count > SqlServerResponseInserts.MostInParameter)
            {
                WriteStaged(transaction, rows, batch, mayEmpty);
            }
            else
            {
                WriteGiven(transaction, rows, mayEmpty);
            }
        }

        changes.Clear();
    }

    private static void WriteGiven(SqlTransaction transaction, SqlServerRows rows, bool mayEmpty)
    {
        int written = transaction.Execute(UpdateGiven, new SqlServerParameters().Table("Counts", rows));
        if (written < rows.Count)
        {
            written += transaction.Execute(InsertGiven, new SqlServerParameters().Table("Counts", rows));
        }

        Confirm(written, rows);
        if (mayEmpty)
        {
            transaction.Execute(DeleteGiven, new SqlServerParameters().Table("Counts", rows));
        }
    }

    private static void WriteStaged(SqlTransaction transaction, SqlServerRows rows, long batch, bool mayEmpty)
    {
        rows.CopyTo(transaction, "StagedCounts", batch);
        int written = transaction.Execute(UpdateStaged, new SqlServerParameters().BigInt("Batch", batch));
        if (written < rows.Count)
        {
            written += transaction.Execute(InsertStaged, new SqlServerParameters().BigInt("Batch", batch));
        }

        Confirm(written, rows);
        if (mayEmpty)
        {
            transaction.Execute(DeleteStaged, new SqlServerParameters().BigInt("Batch", batch));
        }

        transaction.Execute(Unstage, new SqlServerParameters().BigInt("Batch", batch));
    }

    // A row that came between the update and the insert would be counted by neither; where locks do what they say, none can.
    private static void Confirm(int written, SqlServerRows rows)
    {
        if (written != rows.Count)
        {
            throw new StorageFaultException(StorageFault.Collision, "Another writer added the same daily counts.");
        }
    }

    private static SqlServerRows ToRows(DailyCountChanges changes, DailyCountKey[] keys)
    {
        var rows = new SqlServerRows(SqlServerRowType.Counts);
        foreach (DailyCountKey key in keys)
        {
            var row = new object?[6 + Counters.Stored];
            row[0] = (int)key.Question;
            row[1] = (byte)key.Level;
            row[2] = key.Day;
            row[3] = (int)key.Touchpoint;
            row[4] = (int)key.Channel;
            row[5] = (int)key.Segment;
            ReadOnlySpan<long> counters = changes.Of(key);
            for (int index = 0; index < counters.Length; index++)
            {
                row[6 + index] = (int)counters[index];
            }

            rows.Add(row);
        }

        return rows;
    }
}
