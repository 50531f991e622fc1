using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Rollups;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Replaces the daily counts by a recount for the reporting zone of now, in one transaction that keeps writers out.</summary>
internal sealed class SqliteRebuild(SqliteDatabase database, ReportingCalendar calendar) : IRebuild
{
    public void Run(CancellationToken cancellationToken)
    {
        const string deleteAll = "DELETE FROM DailyCounts";

        using SqliteConnection connection = database.OpenWriter();
        using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
        using var dailyCounts = new SqliteDailyCounts(connection);
        connection.Execute(new CommandDefinition(deleteAll));
        dailyCounts.Write(SqliteRecount.Count(connection, calendar, cancellationToken));
        SqliteReportingZone.Set(connection, calendar.TimeZone.Id);
        transaction.Commit();
    }
}
