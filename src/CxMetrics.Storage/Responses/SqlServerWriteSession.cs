using System.Data;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Rollups;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>The connection of one writer; one transaction at a time.</summary>
internal sealed class SqlServerWriteSession(
    SqlConnection connection,
    SqlServerResponseKeys keys,
    ReportingCalendar calendar,
    TimeSpan patience
) : IWriteSession
{
    // An attempt that is still being committed holds the row: the hint makes this wait instead of looking past it.
    private static readonly SqlServerStatement FindRow = new(
        """
        SELECT r.ResponseKey FROM Responses AS r WITH (UPDLOCK, ROWLOCK) WHERE r.ResponseKey = @ResponseKey
        UNION ALL
        SELECT s.ResponseKey FROM SupersededResponses AS s WITH (UPDLOCK, ROWLOCK) WHERE s.ResponseKey = @ResponseKey
        """,
        "ResponseKey"
    );

    private readonly SqlServerKeyBlocks _blocks = new();
    private SqlTransaction? _transaction;

    public bool HasRow(long responseKey) =>
        SqlServerFaults.Translate(() =>
            connection.Query<long>(FindRow, new SqlServerParameters().BigInt("ResponseKey", responseKey)).Count > 0
        );

    public void Prepare(WriteGroup group) =>
        SqlServerFaults.Translate(() =>
        {
            keys.Resolve(connection, group.Facts);
            _blocks.Assign(connection, group.Facts);
        });

    public void Apply(WriteGroup group) => SqlServerFaults.Translate(() => ApplyInTransaction(group));

    public void Commit() =>
        SqlServerFaults.Translate(() =>
        {
            _transaction!.Commit();
            _transaction.Dispose();
            _transaction = null;
        });

    public void Dispose()
    {
        _transaction?.Dispose();
        connection.Dispose();
    }

    private void ApplyInTransaction(WriteGroup group)
    {
        _transaction = connection.BeginTransaction(IsolationLevel.ReadCommitted);
        SqlServerLock.WhileCounting.Take(_transaction, patience);
        ConfirmTimeZone(SqlServerReportingZone.Find(_transaction));
        var changes = new DailyCountChanges();
        new SqlServerResponseWriter(_transaction, group, calendar, changes).Write();
        // Last, because these are the rows that everybody writes: they are held no longer than the commit takes.
        SqlServerDailyCounts.Write(_transaction, changes, batch: group.Inserted.FirstOrDefault());
    }

    // Another process may have rebuilt the counts for another zone since this one started.
    private void ConfirmTimeZone(string? countedFor)
    {
        if (!string.Equals(countedFor, calendar.TimeZone.Id, StringComparison.Ordinal))
        {
            throw new StorageUnavailableException(
                $"The daily counts were rebuilt for the time zone {countedFor} while this process counts for "
                    + $"{calendar.TimeZone.Id}: restart it with the new zone."
            );
        }
    }
}
