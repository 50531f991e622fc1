using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Counts all current answers again from the facts; memory grows with the rows of daily counts, not with the facts.</summary>
internal static class SqliteRecount
{
    public static DailyCountChanges Count(
        SqliteConnection connection,
        ReportingCalendar calendar,
        CancellationToken cancellationToken
    )
    {
        var counts = new DailyCountChanges();
        using var answers = new SqliteStatement(connection, RecountSql.Answers);
        while (answers.Step())
        {
            cancellationToken.ThrowIfCancellationRequested();
            int day = calendar.DayOf(Microseconds.ToInstant(answers.Int64(2))).DayNumber;
            var key = new DailyCountKey(
                answers.Int64(0),
                CountLevel.ByAll,
                day,
                answers.Int64(4),
                answers.Int64(5),
                answers.Int64(6)
            );
            counts.Add(key, answers.Int64(1), ExclusionOf(answers), change: 1);
        }

        return counts;
    }

    private static AnswerExclusion? ExclusionOf(SqliteStatement answers) =>
        Counters.Find(
            isErased: answers.Int64(7) != 0,
            isTest: answers.Int64(3) != 0,
            isSuspectedDuplicate: answers.Int64(8) != 0
        );
}
