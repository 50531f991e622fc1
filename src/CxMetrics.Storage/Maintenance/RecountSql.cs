namespace CxMetrics.Storage.Maintenance;

/// <summary>What a recount reads, in words of SQL that both dialects have.</summary>
internal static class RecountSql
{
    /// <summary>
    /// All current answers: question, steps above its lowest score, time, whether it is a test, touchpoint, channel, segment,
    /// whether it is erased, whether it is a suspected duplicate.
    /// </summary>
    /// <remarks>A score off its scale is counted nowhere: it is a finding of its own.</remarks>
    public const string Answers = """
        SELECT
            r.QuestionKey, r.Score - q.ScaleMinimum, r.RespondedAt, r.Test,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            r.Erased, r.SuspectedDuplicate
        FROM Responses AS r
        JOIN Questions AS q ON q.QuestionKey = r.QuestionKey
        WHERE r.Score BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        UNION ALL
        SELECT
            f.QuestionKey, f.Score - q.ScaleMinimum, r.RespondedAt, r.Test,
            COALESCE(r.TouchpointKey, 0), COALESCE(r.ChannelKey, 0), COALESCE(r.SegmentKey, 0),
            r.Erased, r.SuspectedDuplicate
        FROM FurtherAnswers AS f
        JOIN Responses AS r ON r.ResponseKey = f.ResponseKey
        JOIN Questions AS q ON q.QuestionKey = f.QuestionKey
        WHERE f.Score BETWEEN q.ScaleMinimum AND q.ScaleMaximum
        """;
}
