using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Writes revisions of responses many at a time: a narrow row each, and more only for what few responses have.</summary>
internal static class SqlServerResponseInserts
{
    /// <summary>Above so many rows a bulk copy into a table costs less than a parameter.</summary>
    public const int MostInParameter = 1000;

    private const string InsertSql = """
        INSERT INTO Responses (
            ResponseKey, SourceKey, Id, SurveyKey, QuestionKey, Score, TouchpointKey, ChannelKey, SegmentKey,
            CustomerKey, AccountKey, RespondedAt, RecordedAt, Complete, Test, HasMoreAnswers, HasDetails)
        OUTPUT inserted.ResponseKey
        SELECT
            n.ResponseKey, n.SourceKey, n.Id, n.SurveyKey, n.QuestionKey, n.Score, n.TouchpointKey, n.ChannelKey, n.SegmentKey,
            n.CustomerKey, n.AccountKey, n.RespondedAt, n.RecordedAt, n.Complete, n.Test, n.HasMoreAnswers, n.HasDetails

        """;

    // The look-up keeps others from changing the rows it finds until this transaction ends. It walks the rows in the order of
    // their keys, which are also in the order of the index: the outer table of a loop is read by its primary key.
    private const string WhereNew = """

        WHERE NOT EXISTS (
            SELECT 1 FROM Responses AS r WITH (UPDLOCK, ROWLOCK, INDEX (UX_Responses_SourceKey_Id))
            WHERE r.SourceKey = n.SourceKey AND r.Id = n.Id)
        """;

    private const string InOrder = """

        OPTION (LOOP JOIN, FORCE ORDER, MAXDOP 1)
        """;

    private static readonly SqlServerStatement InsertGiven = new(
        InsertSql + "FROM @Responses AS n" + WhereNew + InOrder,
        "Responses"
    );

    private static readonly SqlServerStatement InsertStaged = new(
        InsertSql + "FROM StagedResponses AS n" + WhereNew + " AND n.Batch = @Batch" + InOrder,
        "Batch"
    );

    private static readonly SqlServerStatement InsertAnswers = new(
        """
        INSERT INTO FurtherAnswers (ResponseKey, Ordinal, QuestionKey, Score)
        SELECT a.ResponseKey, a.Ordinal, a.QuestionKey, a.Score FROM @Answers AS a
        ORDER BY a.ResponseKey, a.Ordinal
        OPTION (LOOP JOIN, MAXDOP 1)
        """,
        "Answers"
    );

    private static readonly SqlServerStatement InsertDetails = new(
        """
        INSERT INTO ResponseDetails (ResponseKey, Comment, Locale, Attributes)
        SELECT d.ResponseKey, d.Comment, d.Locale, d.Attributes FROM @Details AS d
        ORDER BY d.ResponseKey
        """,
        "Details"
    );

    /// <summary>Writes those facts whose source and id are new; returns the keys of the rows written.</summary>
    /// <param name="transaction">The group's transaction.</param>
    /// <param name="rows">The rows of the facts, staged already when they are many.</param>
    /// <param name="batch">The batch they are staged under; null when they go as a parameter.</param>
    public static HashSet<long> InsertNew(SqlTransaction transaction, SqlServerRows rows, long? batch) =>
        [
            .. batch is null
                ? transaction.Query<long>(InsertGiven, new SqlServerParameters().Table("Responses", rows))
                : transaction.Query<long>(InsertStaged, new SqlServerParameters().BigInt("Batch", batch)),
        ];

    /// <summary>Writes the further answers and the details of facts whose rows are written.</summary>
    public static void InsertParts(SqlTransaction transaction, IReadOnlyCollection<WriteFact> facts)
    {
        SqlServerRows answers = ToAnswerRows(facts);
        SqlServerRows details = ToDetailRows(facts);
        Insert(transaction, answers, "FurtherAnswers", InsertAnswers, "Answers");
        Insert(transaction, details, "ResponseDetails", InsertDetails, "Details");
    }

    public static SqlServerRows ToRows(IEnumerable<WriteFact> facts, DateTimeOffset recordedAt)
    {
        var rows = new SqlServerRows(SqlServerRowType.Responses);
        foreach (WriteFact fact in facts)
        {
            SurveyResponse response = fact.Response;
            rows.Add(
                fact.ResponseKey,
                (int)fact.Keys.Source,
                response.Id,
                (int)fact.Keys.Survey,
                fact.Keys.Questions.Length == 0 ? null : (int)fact.Keys.Questions[0],
                fact.Keys.Questions.Length == 0 ? null : response.Answers[0].Score,
                ToKey(fact.Keys.Touchpoint),
                ToKey(fact.Keys.Channel),
                ToKey(fact.Keys.Segment),
                fact.Keys.Customer == 0 ? null : fact.Keys.Customer,
                fact.Keys.Account == 0 ? null : fact.Keys.Account,
                response.RespondedAt.UtcDateTime,
                recordedAt.UtcDateTime,
                response.Complete,
                response.Test,
                response.Answers.Count > 1,
                HasDetails(response)
            );
        }

        return rows;
    }

    private static int? ToKey(long key) => key == 0 ? null : (int)key;

    private static bool HasDetails(SurveyResponse response) =>
        response.Comment is not null || response.Locale is not null || response.Attributes is not null;

    private static void Insert(
        SqlTransaction transaction,
        SqlServerRows rows,
        string table,
        SqlServerStatement statement,
        string parameter
    )
    {
        if (rows.Count > MostInParameter)
        {
            // Their keys are this group's own: there is nothing to compare them with.
            rows.CopyTo(transaction, table, batch: null);
        }
        else if (rows.Count > 0)
        {
            transaction.Execute(statement, new SqlServerParameters().Table(parameter, rows));
        }
    }

    private static SqlServerRows ToAnswerRows(IEnumerable<WriteFact> facts)
    {
        var rows = new SqlServerRows(SqlServerRowType.Answers);
        foreach (WriteFact fact in facts)
        {
            for (int ordinal = 1; ordinal < fact.Keys.Questions.Length; ordinal++)
            {
                int score = fact.Response.Answers[ordinal].Score;
                rows.Add(fact.ResponseKey, ordinal, (int)fact.Keys.Questions[ordinal], score);
            }
        }

        return rows;
    }

    private static SqlServerRows ToDetailRows(IEnumerable<WriteFact> facts)
    {
        var rows = new SqlServerRows(SqlServerRowType.Details);
        foreach (WriteFact fact in facts.Where(fact => HasDetails(fact.Response)))
        {
            SurveyResponse response = fact.Response;
            rows.Add(fact.ResponseKey, response.Comment, response.Locale, response.Attributes);
        }

        return rows;
    }
}
