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

    private static readonly SqlServerStatement OverlappingRevisions = new(
        """
        SELECT s.ResponseKey
        FROM SupersededResponses AS s
        JOIN Responses AS r ON r.SourceKey = s.SourceKey AND r.Id = s.Id
        WHERE s.SupersededAt < s.RecordedAt OR s.SupersededAt > r.RecordedAt
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement ErasedIdentity = new(
        """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.Erased = 1 AND (r.CustomerKey IS NOT NULL OR r.AccountKey IS NOT NULL OR r.HasDetails = 1)
        UNION ALL
        SELECT s.ResponseKey FROM SupersededResponses AS s
        WHERE s.Erased = 1 AND (s.CustomerKey IS NOT NULL OR s.AccountKey IS NOT NULL OR s.HasDetails = 1)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement ErasedWithoutHistory = new(
        """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.Erased = 1 AND NOT EXISTS (
            SELECT 1 FROM SupersededResponses AS s
            WHERE s.SourceKey = r.SourceKey AND s.Id = r.Id AND s.Erased = 1 AND s.SupersededAt = r.RecordedAt)
        """
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement HalfErased = new(
        """
        SELECT s.ResponseKey
        FROM SupersededResponses AS s
        JOIN Responses AS r ON r.SourceKey = s.SourceKey AND r.Id = s.Id
        WHERE s.Erased <> r.Erased
        """
    )
    {
        IsLong = true,
    };

    // Any other response will do, whatever its key: keys of several processes are not in the order of recording.
    private static readonly SqlServerStatement SuspectedWithoutOriginal = new(
        """
        SELECT r.ResponseKey FROM Responses AS r
        WHERE r.SuspectedDuplicate = 1 AND NOT EXISTS (
            SELECT 1
            FROM Responses AS o
            LEFT JOIN ResponseDetails AS d ON d.ResponseKey = o.ResponseKey
            WHERE o.CustomerKey = r.CustomerKey AND o.CustomerKey IS NOT NULL
                AND o.RespondedAt >= DATEADD(second, -5, r.RespondedAt) AND o.RespondedAt <= DATEADD(second, 5, r.RespondedAt)
                AND o.ResponseKey <> r.ResponseKey AND o.SurveyKey = r.SurveyKey AND o.Test = 0 AND r.Test = 0
                AND COALESCE(o.QuestionKey, 0) = COALESCE(r.QuestionKey, 0) AND COALESCE(o.Score, 0) = COALESCE(r.Score, 0)
                AND COALESCE(o.TouchpointKey, 0) = COALESCE(r.TouchpointKey, 0)
                AND COALESCE(o.ChannelKey, 0) = COALESCE(r.ChannelKey, 0)
                AND COALESCE(o.SegmentKey, 0) = COALESCE(r.SegmentKey, 0)
                AND COALESCE(d.Comment, N'')
                    = COALESCE((SELECT e.Comment FROM ResponseDetails AS e WHERE e.ResponseKey = r.ResponseKey), N'')
                AND NOT EXISTS (
                    SELECT a.Ordinal, a.QuestionKey, a.Score FROM FurtherAnswers AS a WHERE a.ResponseKey = o.ResponseKey
                    EXCEPT
                    SELECT b.Ordinal, b.QuestionKey, b.Score FROM FurtherAnswers AS b WHERE b.ResponseKey = r.ResponseKey)
                AND NOT EXISTS (
                    SELECT b.Ordinal, b.QuestionKey, b.Score FROM FurtherAnswers AS b WHERE b.ResponseKey = r.ResponseKey
                    EXCEPT
                    SELECT a.Ordinal, a.QuestionKey, a.Score FROM FurtherAnswers AS a WHERE a.ResponseKey = o.ResponseKey))
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
        ("overlappingRevisions", OverlappingRevisions, "was in force together with another revision of itself"),
        ("erasedIdentity", ErasedIdentity, "is erased but still says who it was"),
        ("erasedWithoutHistory", ErasedWithoutHistory, "is erased but has no revision that was erased at that moment"),
        ("halfErased", HalfErased, "is erased in one revision and not in another"),
        ("suspectedDuplicate", SuspectedWithoutOriginal, "is suspected to repeat a response that is not there"),
    ];
}
