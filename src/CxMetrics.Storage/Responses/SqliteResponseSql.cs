namespace CxMetrics.Storage.Responses;

/// <summary>The parts that every query for whole responses shares.</summary>
internal static class SqliteResponseSql
{
    /// <summary>All columns of <see cref="ResponseRow"/> for current revisions; a condition follows.</summary>
    public const string SelectResponses = Columns + "FROM Responses AS r\n" + Joins;

    /// <summary>The same for earlier revisions.</summary>
    public const string SelectSuperseded = Columns + "FROM SupersededResponses AS r\n" + Joins;

    private const string Columns = """
        SELECT
            r.ResponseKey, so.Name AS Source, r.Id, su.Name AS Survey,
            q.Name AS Question, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection, r.Score,
            t.Name AS Touchpoint, ch.Name AS Channel, se.Name AS Segment, cu.Name AS CustomerId, ac.Name AS AccountId,
            r.RespondedAt, r.RecordedAt, r.Complete, r.Test, r.HasMoreAnswers, r.SuspectedDuplicate, r.Erased,
            d.Comment, d.Locale, d.Attributes

        """;

    private const string Joins = """
        JOIN Sources AS so ON so.SourceKey = r.SourceKey
        JOIN Surveys AS su ON su.SurveyKey = r.SurveyKey
        LEFT JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        LEFT JOIN Touchpoints AS t ON t.TouchpointKey = r.TouchpointKey
        LEFT JOIN Channels AS ch ON ch.ChannelKey = r.ChannelKey
        LEFT JOIN Segments AS se ON se.SegmentKey = r.SegmentKey
        LEFT JOIN Customers AS cu ON cu.CustomerKey = r.CustomerKey
        LEFT JOIN Accounts AS ac ON ac.AccountKey = r.AccountKey
        LEFT JOIN ResponseDetails AS d ON d.ResponseKey = r.ResponseKey AND r.HasDetails = 1

        """;

    /// <summary>All columns of <see cref="FurtherAnswerRow"/> for the response keys in a JSON array.</summary>
    public const string SelectFurtherAnswers = """
        SELECT f.ResponseKey, q.Name AS Question, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection, f.Score
        FROM FurtherAnswers AS f
        JOIN Questions AS q ON q.QuestionKey = f.QuestionKey
        WHERE f.ResponseKey IN (SELECT value FROM json_each(@ResponseKeys))
        ORDER BY f.ResponseKey, f.Ordinal
        """;
}
