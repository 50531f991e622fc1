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
    private static readonly SqlServerStatement Answers = new(RecountSql.Answers) { IsLong = true };

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
