using System.Globalization;
using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Looks for anything wrong in the database, over one snapshot of it.</summary>
internal sealed class SqliteCheck(SqliteDatabase database, ReportingCalendar calendar) : IDatabaseCheck
{
    public CheckReport Run(CancellationToken cancellationToken)
    {
        const string countResponses = "SELECT COUNT(*) FROM Responses";

        var findings = new Findings();
        using SqliteConnection connection = database.OpenReader();
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        CheckFile(connection, findings);
        CheckFacts(connection, findings, cancellationToken);
        DailyCountChanges recount = SqliteRecount.Count(connection, calendar, cancellationToken);
        var comparison = new CountComparison(recount, findings);
        SqliteCountComparison.Run(connection, comparison);
        long responses = connection.ExecuteScalar<long>(new CommandDefinition(countResponses));
        return new CheckReport(responses, comparison.Rows, findings.ToList());
    }

    private static void CheckFile(SqliteConnection connection, Findings findings)
    {
        const string integrity = "PRAGMA integrity_check";
        const string foreignKeys =
            "SELECT \"table\" || ' row ' || COALESCE(rowid, '?') || ' refers to a missing row of ' || parent FROM pragma_foreign_key_check";

        foreach (
            string line in connection.Query<string>(new CommandDefinition(integrity)).Where(line => line is not "ok")
        )
        {
            findings.Add("integrity", line);
        }

        foreach (string line in connection.Query<string>(new CommandDefinition(foreignKeys)))
        {
            findings.Add("foreignKey", line);
        }
    }

    private static void CheckFacts(SqliteConnection connection, Findings findings, CancellationToken cancellationToken)
    {
        foreach ((string check, string sql, string message) in SqliteFactChecks.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using var rows = new SqliteStatement(connection, sql);
            while (rows.Step())
            {
                findings.Add(
                    check,
                    string.Create(CultureInfo.InvariantCulture, $"Response {rows.Int64(0)} {message}.")
                );
            }
        }
    }
}
