using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads answers from the facts of some days: for what daily counts cannot say, who answered and what was known when.</summary>
internal static class SqliteFactReader
{
    internal const string CurrentSql = """
        SELECT
            r.QuestionKey, r.Score, r.RespondedAt, r.Erased, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, 0
        FROM Responses AS r
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf AND r.QuestionKey IS NOT NULL
        UNION ALL
        SELECT
            f.QuestionKey, f.Score, r.RespondedAt, r.Erased, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, f.Ordinal
        FROM Responses AS r
        JOIN FurtherAnswers AS f ON f.ResponseKey = r.ResponseKey
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf AND r.HasMoreAnswers = 1
        """;

    // What was erased later was not erased then.
    internal const string SupersededSql = """
        SELECT
            r.QuestionKey, r.Score, r.RespondedAt, 0, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, 0
        FROM SupersededResponses AS r
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf AND r.SupersededAt > @AsOf
            AND r.QuestionKey IS NOT NULL
        UNION ALL
        SELECT
            f.QuestionKey, f.Score, r.RespondedAt, 0, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, f.Ordinal
        FROM SupersededResponses AS r
        JOIN FurtherAnswers AS f ON f.ResponseKey = r.ResponseKey
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf AND r.SupersededAt > @AsOf
            AND r.HasMoreAnswers = 1
        """;

    /// <summary>Adds up the answers of some days.</summary>
    /// <param name="connection">A reading connection.</param>
    /// <param name="part">Says which days, and takes the answers.</param>
    /// <param name="calendar">Says when days begin.</param>
    /// <param name="asOf">Only what was recorded by then, in the state it had then; null for now.</param>
    public static void Read(
        SqliteConnection connection,
        StatisticsPart part,
        ReportingCalendar calendar,
        DateTimeOffset? asOf
    )
    {
        long limit = asOf is { } moment ? Microseconds.FromInstant(moment) : long.MaxValue;
        foreach (int[] range in part.Days)
        {
            (long from, long to) = DayInstants.Around(calendar, range[0], range[1]);
            AddUp(connection, CurrentSql, from, to, limit, part.Facts);
            if (asOf is not null)
            {
                AddUp(connection, SupersededSql, from, to, limit, part.Facts);
            }
        }
    }

    private static void AddUp(SqliteConnection connection, string sql, long from, long to, long asOf, FactSums facts)
    {
        using var rows = new SqliteStatement(connection, sql);
        rows.Bind(1, from).Bind(2, to).Bind(3, asOf);
        while (rows.Step())
        {
            facts.Add(ReadAnswer(rows));
        }
    }

    private static AnswerFact ReadAnswer(SqliteStatement rows) =>
        new()
        {
            Question = rows.Int64(0),
            Score = rows.Int64(1),
            RespondedAt = rows.Int64(2),
            IsErased = rows.Int64(3) != 0,
            IsTest = rows.Int64(4) != 0,
            IsSuspectedDuplicate = rows.Int64(5) != 0,
            Touchpoint = rows.Int64(6),
            Channel = rows.Int64(7),
            Segment = rows.Int64(8),
            Customer = rows.Int64(9),
            Account = rows.Int64(10),
            RecordedAt = rows.Int64(11),
            ResponseKey = rows.Int64(12),
            Ordinal = rows.Int64(13),
        };
}
