using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Maintenance;

/// <summary>What must hold between the rows of one response, on SQL Server.</summary>
internal static class SqlServerFactChecks
{
    // The question the writer asks, put to everybody under suspicion. Keys of several processes have no order, so any other
    // will do; but two must not suspect each other, so of those suspected only one recorded earlier.
    private const string SuspectedWithoutOriginal = """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.SuspectedDuplicate = 1 AND NOT EXISTS (
            SELECT 1 FROM Responses AS o
            WHERE o.CustomerKey = r.CustomerKey AND o.CustomerKey IS NOT NULL
                AND o.RespondedAt >= DATEADD(second, -5, r.RespondedAt) AND o.RespondedAt <= DATEADD(second, 5, r.RespondedAt)
                AND o.ResponseKey <> r.ResponseKey AND o.SurveyKey = r.SurveyKey AND o.Test = 0 AND r.Test = 0
                AND o.Erased = 0
                AND (o.SuspectedDuplicate = 0 OR o.RecordedAt < r.RecordedAt
                    OR (o.RecordedAt = r.RecordedAt AND o.ResponseKey < r.ResponseKey))
                AND COALESCE(o.QuestionKey, 0) = COALESCE(r.QuestionKey, 0) AND COALESCE(o.Score, 0) = COALESCE(r.Score, 0)
                AND COALESCE(o.TouchpointKey, 0) = COALESCE(r.TouchpointKey, 0)
                AND COALESCE(o.ChannelKey, 0) = COALESCE(r.ChannelKey, 0)
                AND COALESCE(o.SegmentKey, 0) = COALESCE(r.SegmentKey, 0)
                AND COALESCE((SELECT d.Comment FROM ResponseDetails AS d WHERE d.ResponseKey = o.ResponseKey), N'')
                    = COALESCE((SELECT d.Comment FROM ResponseDetails AS d WHERE d.ResponseKey = r.ResponseKey), N'')
                AND NOT EXISTS (
                    SELECT a.Ordinal, a.QuestionKey, a.Score FROM FurtherAnswers AS a WHERE a.ResponseKey = o.ResponseKey
                    EXCEPT
                    SELECT b.Ordinal, b.QuestionKey, b.Score FROM FurtherAnswers AS b WHERE b.ResponseKey = r.ResponseKey)
                AND NOT EXISTS (
                    SELECT b.Ordinal, b.QuestionKey, b.Score FROM FurtherAnswers AS b WHERE b.ResponseKey = r.ResponseKey
                    EXCEPT
                    SELECT a.Ordinal, a.QuestionKey, a.Score FROM FurtherAnswers AS a WHERE a.ResponseKey = o.ResponseKey))
        """;

    public static IReadOnlyList<(string Check, SqlServerStatement Statement, string Message)> All { get; } =
    [
        .. FactChecks
            .With(SuspectedWithoutOriginal)
            .Select(check => (check.Check, new SqlServerStatement(check.Sql) { IsLong = true }, check.Message)),
    ];
}
