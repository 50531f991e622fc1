using System.Data;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Counts all current answers again from the facts; memory grows with the rows of daily counts, not with the facts.</summary>
internal static class SqlServerRecount
{
    // A score off its scale is counted nowhere: it is a finding of its own.
    private static readonly SqlServerStatement Answers = new(
        """
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
        """
    )
    {
        IsLong = true,
    };

    public static DailyCountChanges Count(
        SqlTransaction transaction,
        ReportingCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var counts = new DailyCountChanges();
        using IDataReader answers = transaction.Read(Answers);
        while (answers.Read())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var respondedAt = new DateTimeOffset(answers.GetDateTime(2), TimeSpan.Zero);
            var key = new DailyCountKey(
                answers.GetInt32(0),
                CountLevel.ByAll,
                calendar.DayOf(respondedAt).DayNumber,
                answers.GetInt32(4),
                answers.GetInt32(5),
                answers.GetInt32(6)
            );
            counts.Add(key, answers.GetInt32(1), ExclusionOf(answers), change: 1);
        }

        return counts;
    }

    private static AnswerExclusion? ExclusionOf(IDataReader answers) =>
        Counters.Find(
            isErased: answers.GetBoolean(7),
            isTest: answers.GetBoolean(3),
            isSuspectedDuplicate: answers.GetBoolean(8)
        );
}
