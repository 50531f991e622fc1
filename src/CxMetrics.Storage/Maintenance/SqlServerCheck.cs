using System.Data;
using System.Globalization;
using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Looks for anything wrong in the facts and counts, over one snapshot of them. The pages are the server's own to check.</summary>
internal sealed class SqlServerCheck(SqlServerTransactions transactions, ReportingCalendar calendar) : IDatabaseCheck
{
    private static readonly SqlServerStatement CountResponses = new("SELECT COUNT_BIG(*) FROM Responses AS r")
    {
        IsLong = true,
    };

    public CheckReport Run(CancellationToken cancellationToken) =>
        transactions.Run(IsolationLevel.Snapshot, snapshot => Run(snapshot, cancellationToken));

    private CheckReport Run(SqlTransaction snapshot, CancellationToken cancellationToken)
    {
        var findings = new Findings();
        CheckForeignKeys(snapshot, findings, cancellationToken);
        CheckFacts(snapshot, findings, cancellationToken);
        DailyCountChanges recount = SqlServerRecount.Count(snapshot, calendar, cancellationToken);
        var comparison = new CountComparison(recount, findings);
        SqlServerCountComparison.Run(snapshot, comparison);
        long responses = snapshot.Query<long>(CountResponses).Single();
        return new CheckReport(responses, comparison.Rows, findings.ToList());
    }

    private static void CheckForeignKeys(
        SqlTransaction snapshot,
        Findings findings,
        CancellationToken cancellationToken
    )
    {
        foreach (SqlServerStatement statement in SqlServerForeignKeyChecks.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using IDataReader rows = snapshot.Read(statement);
            while (rows.Read())
            {
                findings.Add(
                    "foreignKey",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{rows.GetString(0)} row {rows.GetInt64(1)} refers to a missing row of {rows.GetString(2)}"
                    )
                );
            }
        }
    }

    private static void CheckFacts(SqlTransaction snapshot, Findings findings, CancellationToken cancellationToken)
    {
        foreach ((string check, SqlServerStatement statement, string message) in SqlServerFactChecks.All)
        {
            cancellationToken.ThrowIfCancellationRequested();
            using IDataReader rows = snapshot.Read(statement);
            while (rows.Read())
            {
                findings.Add(
                    check,
                    string.Create(CultureInfo.InvariantCulture, $"Response {rows.GetInt64(0)} {message}.")
                );
            }
        }
    }
}
