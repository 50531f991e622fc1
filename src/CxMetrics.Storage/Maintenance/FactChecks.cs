namespace CxMetrics.Storage.Maintenance;

/// <summary>What must hold between the rows of one response, in words of SQL that both dialects have.</summary>
/// <remarks>Each statement returns the response keys where it does not.</remarks>
internal static class FactChecks
{
    private const string FirstScoreOffScale = """
        SELECT r.ResponseKey FROM Responses AS r JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        WHERE r.Score NOT BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        WHERE r.Score NOT BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        """;

    private const string FurtherScoreOffScale = """
        SELECT f.ResponseKey FROM FurtherAnswers AS f JOIN Questions AS q ON q.QuestionKey = f.QuestionKey
        WHERE f.Score NOT BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        """;

    private const string HalfAnAnswer = """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE (r.QuestionKey IS NULL AND r.Score IS NOT NULL) OR (r.QuestionKey IS NOT NULL AND r.Score IS NULL)
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r
        WHERE (r.QuestionKey IS NULL AND r.Score IS NOT NULL) OR (r.QuestionKey IS NOT NULL AND r.Score IS NULL)
        """;

    private const string QuestionOfAnotherSurvey = """
        SELECT r.ResponseKey FROM Responses AS r JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        WHERE q.SurveyKey <> r.SurveyKey
        UNION ALL
        SELECT f.ResponseKey
        FROM FurtherAnswers AS f
        JOIN Questions AS q ON q.QuestionKey = f.QuestionKey
        JOIN Responses AS r ON r.ResponseKey = f.ResponseKey
        WHERE q.SurveyKey <> r.SurveyKey
        """;

    private const string FurtherAnswersFlag = """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.HasMoreAnswers <> CASE WHEN EXISTS (SELECT 1 FROM FurtherAnswers AS f WHERE f.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
            OR (r.HasMoreAnswers = 1 AND r.QuestionKey IS NULL)
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r
        WHERE r.HasMoreAnswers <> CASE WHEN EXISTS (SELECT 1 FROM FurtherAnswers AS f WHERE f.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
            OR (r.HasMoreAnswers = 1 AND r.QuestionKey IS NULL)
        """;

    private const string FurtherAnswersGap = """
        SELECT f.ResponseKey FROM FurtherAnswers AS f
        GROUP BY f.ResponseKey
        HAVING MIN(f.Ordinal) <> 1 OR MAX(f.Ordinal) <> COUNT(*)
        """;

    private const string DetailsFlag = """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.HasDetails <> CASE WHEN EXISTS (SELECT 1 FROM ResponseDetails AS d WHERE d.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r
        WHERE r.HasDetails <> CASE WHEN EXISTS (SELECT 1 FROM ResponseDetails AS d WHERE d.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
        """;

    private const string Orphans = """
        SELECT f.ResponseKey FROM FurtherAnswers AS f
        WHERE NOT EXISTS (SELECT 1 FROM Responses AS r WHERE r.ResponseKey = f.ResponseKey)
            AND NOT EXISTS (SELECT 1 FROM SupersededResponses AS r WHERE r.ResponseKey = f.ResponseKey)
        UNION ALL
        SELECT d.ResponseKey FROM ResponseDetails AS d
        WHERE NOT EXISTS (SELECT 1 FROM Responses AS r WHERE r.ResponseKey = d.ResponseKey)
            AND NOT EXISTS (SELECT 1 FROM SupersededResponses AS r WHERE r.ResponseKey = d.ResponseKey)
        """;

    private const string CurrentAndSuperseded = """
        SELECT s.ResponseKey FROM SupersededResponses AS s JOIN Responses AS r ON r.ResponseKey = s.ResponseKey
        """;

    private const string SupersededWithoutCurrent = """
        SELECT s.ResponseKey FROM SupersededResponses AS s
        WHERE NOT EXISTS (SELECT 1 FROM Responses AS r WHERE r.SourceKey = s.SourceKey AND r.Id = s.Id)
        """;

    private const string OverlappingRevisions = """
        SELECT s.ResponseKey
        FROM SupersededResponses AS s
        JOIN Responses AS r ON r.SourceKey = s.SourceKey AND r.Id = s.Id
        WHERE s.SupersededAt < s.RecordedAt OR s.SupersededAt > r.RecordedAt
        """;

    private const string ErasedIdentity = """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.Erased = 1 AND (r.CustomerKey IS NOT NULL OR r.AccountKey IS NOT NULL OR r.HasDetails = 1)
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r
        WHERE r.Erased = 1 AND (r.CustomerKey IS NOT NULL OR r.AccountKey IS NOT NULL OR r.HasDetails = 1)
        """;

    private const string ErasedWithoutHistory = """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.Erased = 1 AND NOT EXISTS (
            SELECT 1 FROM SupersededResponses AS s
            WHERE s.SourceKey = r.SourceKey AND s.Id = r.Id AND s.Erased = 1 AND s.SupersededAt = r.RecordedAt)
        """;

    private const string HalfErased = """
        SELECT s.ResponseKey
        FROM SupersededResponses AS s
        JOIN Responses AS r ON r.SourceKey = s.SourceKey AND r.Id = s.Id
        WHERE s.Erased <> r.Erased
        """;

    /// <summary>All of them, with the one that compares times, which each dialect has its own words for.</summary>
    /// <param name="suspectedWithoutOriginal">Finds those suspected to repeat a response that is not there.</param>
    public static IReadOnlyList<(string Check, string Sql, string Message)> With(string suspectedWithoutOriginal) =>
        [
            ("scoreOffScale", FirstScoreOffScale, "has a first score that is not on its question's scale"),
            ("scoreOffScale", FurtherScoreOffScale, "has a further score that is not on its question's scale"),
            ("halfAnAnswer", HalfAnAnswer, "has a question without a score, or a score without a question"),
            ("questionOfAnotherSurvey", QuestionOfAnotherSurvey, "answers a question of another survey"),
            ("furtherAnswers", FurtherAnswersFlag, "does not have the further answers that it says it has"),
            ("furtherAnswers", FurtherAnswersGap, "has a gap in the order of its further answers"),
            ("details", DetailsFlag, "does not have the details that it says it has"),
            ("orphan", Orphans, "has answers or details but does not exist"),
            ("currentAndSuperseded", CurrentAndSuperseded, "is current and superseded at once"),
            ("supersededWithoutCurrent", SupersededWithoutCurrent, "is superseded by nothing"),
            ("overlappingRevisions", OverlappingRevisions, "was in force together with another revision of itself"),
            ("erasedIdentity", ErasedIdentity, "is erased but still says who it was"),
            (
                "erasedWithoutHistory",
                ErasedWithoutHistory,
                "is erased but has no revision that was erased at that moment"
            ),
            ("halfErased", HalfErased, "is erased in one revision and not in another"),
            ("suspectedDuplicate", suspectedWithoutOriginal, "is suspected to repeat a response that is not there"),
        ];
}
