using CxMetrics.Storage.Connections;

namespace CxMetrics.Storage.Maintenance;

/// <summary>What must hold between the rows of one response. Each statement returns the response keys where it does not.</summary>
internal static class SqlServerFactChecks
{
    private static readonly SqlServerStatement FirstScoreOffScale = new(
        """
        SELECT r.ResponseKey FROM Responses AS r JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        WHERE r.Score NOT BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        WHERE r.Score NOT BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement FurtherScoreOffScale = new(
        """
        SELECT f.ResponseKey FROM FurtherAnswers AS f JOIN Questions AS q ON q.QuestionKey = f.QuestionKey
        WHERE f.Score NOT BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement HalfAnAnswer = new(
        """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE (r.QuestionKey IS NULL AND r.Score IS NOT NULL) OR (r.QuestionKey IS NOT NULL AND r.Score IS NULL)
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r
        WHERE (r.QuestionKey IS NULL AND r.Score IS NOT NULL) OR (r.QuestionKey IS NOT NULL AND r.Score IS NULL)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement QuestionOfAnotherSurvey = new(
        """
        SELECT r.ResponseKey FROM Responses AS r JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        WHERE q.SurveyKey <> r.SurveyKey
        UNION ALL
        SELECT f.ResponseKey
        FROM FurtherAnswers AS f
        JOIN Questions AS q ON q.QuestionKey = f.QuestionKey
        JOIN Responses AS r ON r.ResponseKey = f.ResponseKey
        WHERE q.SurveyKey <> r.SurveyKey
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement FurtherAnswersFlag = new(
        """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.HasMoreAnswers <> CASE WHEN EXISTS (SELECT 1 FROM FurtherAnswers AS f WHERE f.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
            OR (r.HasMoreAnswers = 1 AND r.QuestionKey IS NULL)
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r
        WHERE r.HasMoreAnswers <> CASE WHEN EXISTS (SELECT 1 FROM FurtherAnswers AS f WHERE f.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
            OR (r.HasMoreAnswers = 1 AND r.QuestionKey IS NULL)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement FurtherAnswersGap = new(
        """
        SELECT f.ResponseKey FROM FurtherAnswers AS f
        GROUP BY f.ResponseKey
        HAVING MIN(f.Ordinal) <> 1 OR MAX(f.Ordinal) <> COUNT(*)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement DetailsFlag = new(
        """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.HasDetails <> CASE WHEN EXISTS (SELECT 1 FROM ResponseDetails AS d WHERE d.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
        UNION ALL
        SELECT r.ResponseKey FROM SupersededResponses AS r
        WHERE r.HasDetails <> CASE WHEN EXISTS (SELECT 1 FROM ResponseDetails AS d WHERE d.ResponseKey = r.ResponseKey) THEN 1 ELSE 0 END
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement Orphans = new(
        """
        SELECT f.ResponseKey FROM FurtherAnswers AS f
        WHERE NOT EXISTS (SELECT 1 FROM Responses AS r WHERE r.ResponseKey = f.ResponseKey)
            AND NOT EXISTS (SELECT 1 FROM SupersededResponses AS r WHERE r.ResponseKey = f.ResponseKey)
        UNION ALL
        SELECT d.ResponseKey FROM ResponseDetails AS d
        WHERE NOT EXISTS (SELECT 1 FROM Responses AS r WHERE r.ResponseKey = d.ResponseKey)
            AND NOT EXISTS (SELECT 1 FROM SupersededResponses AS r WHERE r.ResponseKey = d.ResponseKey)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement CurrentAndSuperseded = new(
        """
        SELECT s.ResponseKey FROM SupersededResponses AS s JOIN Responses AS r ON r.ResponseKey = s.ResponseKey
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement SupersededWithoutCurrent = new(
        """
        SELECT s.ResponseKey FROM SupersededResponses AS s
        WHERE NOT EXISTS (SELECT 1 FROM Responses AS r WHERE r.SourceKey = s.SourceKey AND r.Id = s.Id)
        """
    )
    {
        IsLong = true,
    };

    public static IReadOnlyList<(string Check, SqlServerStatement Statement, string Message)> All { get; } =
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
        .. SqlServerHistoryChecks.All,
    ];
}
