using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Replaces the daily counts by a recount for the reporting zone of now, in one transaction that keeps writers out.</summary>
internal sealed class SqlServerRebuild(
    SqlServerTransactions transactions,
    ReportingCalendar calendar,
    IOptions<StorageOptions> options
) : IRebuild
{
    private const long Batch = 0;

    private static readonly SqlServerStatement DeleteAll = new("DELETE FROM DailyCounts") { IsLong = true };

    public void Run(CancellationToken cancellationToken) =>
        transactions.Run(transaction => Run(transaction, cancellationToken));

    private void Run(SqlTransaction transaction, CancellationToken cancellationToken)
    {
        SqlServerLock.ToRebuild.Take(transaction, options.Value.BusyTimeout);
        transaction.Execute(DeleteAll);
        SqlServerDailyCounts.Write(
            transaction,
            SqlServerRecount.Count(transaction, calendar, cancellationToken),
            Batch
        );
        SqlServerReportingZone.Set(transaction, calendar.TimeZone.Id);
    }
}
