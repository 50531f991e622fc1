using System.Data.Common;
using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads answers from the facts of some days: for what daily counts cannot say, who answered and what was known when.</summary>
internal static class SqlServerFactReader
{
    private const string FirstAnswer = """
        SELECT
            r.QuestionKey, r.Score, r.RespondedAt, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, 0,

        """;

    private const string FurtherAnswer = """
        SELECT
            f.QuestionKey, f.Score, r.RespondedAt, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, f.Ordinal,

        """;

    private const string JoinFurtherAnswers = "JOIN FurtherAnswers AS f ON f.ResponseKey = r.ResponseKey\n";

    private const string InRange = "WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf\n";

    private const string WasInForce = "AND r.SupersededAt > @AsOf\n";

    private const string IsFirst = "AND r.QuestionKey IN (SELECT k.RowKey FROM @QuestionKeys AS k)\n";

    private const string IsFurther =
        "AND r.HasMoreAnswers = 1 AND f.QuestionKey IN (SELECT k.RowKey FROM @QuestionKeys AS k)\n";

    private const string And = "UNION ALL\n";

    // The plan for a week is wrong for three years, and to make one costs nothing beside either.
    private const string ForTheseDays = "OPTION (RECOMPILE)";

    private const string FromCurrent = "r.Erased FROM Responses AS r\n";

    // What was erased later was not erased then.
    private const string FromSuperseded = "CAST(0 AS bit) FROM SupersededResponses AS r\n";

    private static readonly SqlServerStatement ReadCurrent = new(
        FirstAnswer
            + FromCurrent
            + InRange
            + IsFirst
            + And
            + FurtherAnswer
            + FromCurrent
            + JoinFurtherAnswers
            + InRange
            + IsFurther
            + ForTheseDays,
        "From",
        "To",
        "AsOf",
        "QuestionKeys"
    );

    private static readonly SqlServerStatement ReadSuperseded = new(
        FirstAnswer
            + FromSuperseded
            + InRange
            + WasInForce
            + IsFirst
            + And
            + FurtherAnswer
            + FromSuperseded
            + JoinFurtherAnswers
            + InRange
            + WasInForce
            + IsFurther
            + ForTheseDays,
        "From",
        "To",
        "AsOf",
        "QuestionKeys"
    );

    /// <summary>Adds up the answers of a part that is not empty.</summary>
    /// <param name="snapshot">What the database looks like at one moment.</param>
    /// <param name="part">Says which questions and days, and takes the answers.</param>
    /// <param name="calendar">Says when days begin.</param>
    /// <param name="asOf">Only what was recorded by then, in the state it had then; null for now.</param>
    /// <param name="cancellationToken">Calls the reading off.</param>
    public static async Task ReadAsync(
        SqlTransaction snapshot,
        StatisticsPart part,
        ReportingCalendar calendar,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        SqlServerStatement[] statements = asOf is null ? [ReadCurrent] : [ReadCurrent, ReadSuperseded];
        foreach (int[] range in part.Days)
        {
            (long from, long to) = DayInstants.Around(calendar, range[0], range[1]);
            foreach (SqlServerStatement statement in statements)
            {
                SqlServerParameters parameters = new SqlServerParameters()
                    .Instant("From", from == long.MinValue ? DateTimeOffset.MinValue : Microseconds.ToInstant(from))
                    .Instant("To", to == long.MaxValue ? DateTimeOffset.MaxValue : Microseconds.ToInstant(to))
                    .Instant("AsOf", asOf ?? DateTimeOffset.MaxValue)
                    .Table("QuestionKeys", SqlServerResponseSql.ToKeyRows(part.QuestionKeys));
                await using DbDataReader rows = await snapshot.ReadAsync(statement, parameters, cancellationToken);
                await AddUpAsync(rows, part.Facts, cancellationToken);
            }
        }
    }

    private static async Task AddUpAsync(DbDataReader rows, FactSums facts, CancellationToken cancellationToken)
    {
        while (await rows.ReadAsync(cancellationToken))
        {
            facts.Add(ReadAnswer(rows));
        }
    }

    private static AnswerFact ReadAnswer(DbDataReader rows) =>
        new()
        {
            Question = rows.GetInt32(0),
            Score = rows.GetInt32(1),
            RespondedAt = ReadInstant(rows, 2),
            IsTest = rows.GetBoolean(3),
            IsSuspectedDuplicate = rows.GetBoolean(4),
            Touchpoint = rows.GetInt32(5),
            Channel = rows.GetInt32(6),
            Segment = rows.GetInt32(7),
            Customer = rows.GetInt64(8),
            Account = rows.GetInt64(9),
            RecordedAt = ReadInstant(rows, 10),
            ResponseKey = rows.GetInt64(11),
            Ordinal = rows.GetInt32(12),
            IsErased = rows.GetBoolean(13),
        };

    private static long ReadInstant(DbDataReader rows, int column) =>
        Microseconds.FromInstant(new DateTimeOffset(rows.GetDateTime(column), TimeSpan.Zero));
}
