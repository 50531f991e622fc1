using System.Data.Common;
using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Responses;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Statistics;

/// <summary>Reads answers from the facts of some days: for what daily counts cannot say, who answered and what was known when.</summary>
/// <remarks>The plan for a week would be wrong for three years, and to make one costs nothing beside either: hence RECOMPILE.</remarks>
internal static class SqlServerFactReader
{
    private static readonly SqlServerStatement Current = new(
        """
        SELECT
            r.QuestionKey, r.Score, r.RespondedAt, r.Erased, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, 0
        FROM Responses AS r
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf
            AND r.QuestionKey IN (SELECT k.RowKey FROM @QuestionKeys AS k)
        UNION ALL
        SELECT
            f.QuestionKey, f.Score, r.RespondedAt, r.Erased, r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, f.Ordinal
        FROM Responses AS r
        JOIN FurtherAnswers AS f ON f.ResponseKey = r.ResponseKey
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf
            AND r.HasMoreAnswers = 1 AND f.QuestionKey IN (SELECT k.RowKey FROM @QuestionKeys AS k)
        OPTION (RECOMPILE)
        """,
        "From",
        "To",
        "AsOf",
        "QuestionKeys"
    );

    // What was erased later was not erased then.
    private static readonly SqlServerStatement Superseded = new(
        """
        SELECT
            r.QuestionKey, r.Score, r.RespondedAt, CAST(0 AS bit), r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, 0
        FROM SupersededResponses AS r
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf AND r.SupersededAt > @AsOf
            AND r.QuestionKey IN (SELECT k.RowKey FROM @QuestionKeys AS k)
        UNION ALL
        SELECT
            f.QuestionKey, f.Score, r.RespondedAt, CAST(0 AS bit), r.Test, r.SuspectedDuplicate,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            COALESCE(r.CustomerKey, 0), COALESCE(r.AccountKey, 0), r.RecordedAt, r.ResponseKey, f.Ordinal
        FROM SupersededResponses AS r
        JOIN FurtherAnswers AS f ON f.ResponseKey = r.ResponseKey
        WHERE r.RespondedAt >= @From AND r.RespondedAt < @To AND r.RecordedAt <= @AsOf AND r.SupersededAt > @AsOf
            AND r.HasMoreAnswers = 1 AND f.QuestionKey IN (SELECT k.RowKey FROM @QuestionKeys AS k)
        OPTION (RECOMPILE)
        """,
        "From",
        "To",
        "AsOf",
        "QuestionKeys"
    );

    /// <summary>Adds up the answers of a part that is not empty.</summary>
    /// <param name="snapshot">What is read.</param>
    /// <param name="part">Says which questions and days, and takes the answers.</param>
    /// <param name="calendar">Says when days begin.</param>
    /// <param name="asOf">Only what was recorded by then, in the state it had then; null for now.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task ReadAsync(
        SqlTransaction snapshot,
        StatisticsPart part,
        ReportingCalendar calendar,
        DateTimeOffset? asOf,
        CancellationToken cancellationToken
    )
    {
        foreach (int[] range in part.Days)
        {
            (long from, long to) = DayInstants.Around(calendar, range[0], range[1]);
            await AddUpAsync(snapshot, Current, Parameters(), part.Facts, cancellationToken);
            if (asOf is not null)
            {
                await AddUpAsync(snapshot, Superseded, Parameters(), part.Facts, cancellationToken);
            }

            SqlServerParameters Parameters() =>
                new SqlServerParameters()
                    .Instant("From", from == long.MinValue ? DateTimeOffset.MinValue : Microseconds.ToInstant(from))
                    .Instant("To", to == long.MaxValue ? DateTimeOffset.MaxValue : Microseconds.ToInstant(to))
                    .Instant("AsOf", asOf ?? DateTimeOffset.MaxValue)
                    .Table("QuestionKeys", SqlServerResponseSql.ToKeyRows(part.QuestionKeys));
        }
    }

    private static async Task AddUpAsync(
        SqlTransaction snapshot,
        SqlServerStatement statement,
        SqlServerParameters parameters,
        FactSums facts,
        CancellationToken cancellationToken
    )
    {
        await using DbDataReader rows = await snapshot.ReadAsync(statement, parameters, cancellationToken);
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
            IsErased = rows.GetBoolean(3),
            IsTest = rows.GetBoolean(4),
            IsSuspectedDuplicate = rows.GetBoolean(5),
            Touchpoint = rows.GetInt32(6),
            Channel = rows.GetInt32(7),
            Segment = rows.GetInt32(8),
            Customer = rows.GetInt64(9),
            Account = rows.GetInt64(10),
            RecordedAt = ReadInstant(rows, 11),
            ResponseKey = rows.GetInt64(12),
            Ordinal = rows.GetInt32(13),
        };

    private static long ReadInstant(DbDataReader rows, int column) =>
        Microseconds.FromInstant(new DateTimeOffset(rows.GetDateTime(column), TimeSpan.Zero));
}
