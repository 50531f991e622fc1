namespace CxMetrics.Storage.Maintenance;

/// <summary>What must hold between the rows of one response, on SQLite.</summary>
internal static class SqliteFactChecks
{
    // The same question the writer asks, put to everybody who is under suspicion.
    private const string SuspectedWithoutOriginal = """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.SuspectedDuplicate = 1 AND NOT EXISTS (
            SELECT 1 FROM Responses AS o
            WHERE o.CustomerKey = r.CustomerKey
                AND o.RespondedAt >= r.RespondedAt - 5000000 AND o.RespondedAt <= r.RespondedAt + 5000000
                AND o.ResponseKey < r.ResponseKey AND o.SurveyKey = r.SurveyKey AND o.Test = 0 AND r.Test = 0
                AND COALESCE(o.QuestionKey, 0) = COALESCE(r.QuestionKey, 0) AND COALESCE(o.Score, 0) = COALESCE(r.Score, 0)
                AND COALESCE(o.TouchpointKey, 0) = COALESCE(r.TouchpointKey, 0)
                AND COALESCE(o.ChannelKey, 0) = COALESCE(r.ChannelKey, 0)
                AND COALESCE(o.SegmentKey, 0) = COALESCE(r.SegmentKey, 0)
                AND COALESCE((SELECT d.Comment FROM ResponseDetails AS d WHERE d.ResponseKey = o.ResponseKey), '')
                    = COALESCE((SELECT d.Comment FROM ResponseDetails AS d WHERE d.ResponseKey = r.ResponseKey), '')
                AND NOT EXISTS (
                    SELECT Ordinal, QuestionKey, Score FROM FurtherAnswers WHERE ResponseKey = o.ResponseKey
                    EXCEPT
                    SELECT Ordinal, QuestionKey, Score FROM FurtherAnswers WHERE ResponseKey = r.ResponseKey)
                AND NOT EXISTS (
                    SELECT Ordinal, QuestionKey, Score FROM FurtherAnswers WHERE ResponseKey = r.ResponseKey
                    EXCEPT
                    SELECT Ordinal, QuestionKey, Score FROM FurtherAnswers WHERE ResponseKey = o.ResponseKey))
        """;

    public static IReadOnlyList<(string Check, string Sql, string Message)> All { get; } =
        FactChecks.With(SuspectedWithoutOriginal);
}
