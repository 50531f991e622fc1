using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Responses;

/// <summary>The parts that every query for whole responses shares.</summary>
internal static class SqlServerResponseSql
{
    /// <summary>All columns of <see cref="SqlServerResponseRow"/>; what they are selected from follows.</summary>
    public const string Columns = """
        SELECT
            r.ResponseKey, r.SourceKey, r.SurveyKey, COALESCE(r.QuestionKey, 0) AS QuestionKey,
            COALESCE(r.TouchpointKey, 0) AS TouchpointKey, COALESCE(r.ChannelKey, 0) AS ChannelKey,
            COALESCE(r.SegmentKey, 0) AS SegmentKey, COALESCE(r.CustomerKey, 0) AS CustomerKey,
            COALESCE(r.AccountKey, 0) AS AccountKey,
            so.Name AS Source, r.Id, su.Name AS Survey,
            q.Name AS Question, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection, r.Score,
            t.Name AS Touchpoint, ch.Name AS Channel, se.Name AS Segment, cu.Name AS CustomerId, ac.Name AS AccountId,
            r.RespondedAt AS RespondedAtUtc, r.RecordedAt AS RecordedAtUtc, CAST(r.Complete AS int) AS Complete,
            CAST(r.Test AS int) AS Test, CAST(r.HasMoreAnswers AS int) AS HasMoreAnswers,
            CAST(r.SuspectedDuplicate AS int) AS SuspectedDuplicate, CAST(r.Erased AS int) AS Erased,
            d.Comment, d.Locale, d.Attributes

        """;

    /// <summary>The tables beside <c>Responses AS r</c>.</summary>
    public const string Joins = """

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

    /// <summary>All columns of <see cref="SqlServerFurtherAnswerRow"/> for some response keys.</summary>
    public static SqlServerStatement FurtherAnswers { get; } =
        new(
            """
            SELECT
                f.ResponseKey, f.QuestionKey, q.Name AS Question, q.Metric, q.ScaleMinimum, q.ScaleMaximum, q.ScaleDirection,
                f.Score
            FROM @ResponseKeys AS k
            JOIN FurtherAnswers AS f ON f.ResponseKey = k.RowKey
            JOIN Questions AS q ON q.QuestionKey = f.QuestionKey
            ORDER BY f.ResponseKey, f.Ordinal
            """,
            "ResponseKeys"
        );

    public static SqlServerRows ToKeyRows(IEnumerable<long> keys)
    {
        var rows = new SqlServerRows(SqlServerRowType.Keys);
        foreach (long key in keys.Order())
        {
            rows.Add(key);
        }

        return rows;
    }
}
