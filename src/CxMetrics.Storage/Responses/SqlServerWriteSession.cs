using System.Data;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Rollups;
using CxMetrics.Storage.Surveys;
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
            _blocks.Spare(connection);
        });

    public void Apply(WriteGroup group) =>
        SqlServerFaults.Translate(() =>
            WriteFacts(
                (transaction, counter) =>
                {
                    new SqlServerResponseWriter(transaction, group, _blocks, counter).Write();
                    return group.Inserted.FirstOrDefault();
                }
            )
        );

    public ErasureOutcome Erase(string source, string id, DateTimeOffset recordedAt) =>
        SqlServerFaults.Translate(() =>
        {
            _blocks.Spare(connection);
            ErasureOutcome outcome = default;
            WriteFacts(
                (transaction, counter) =>
                {
                    outcome = new SqlServerErasures(transaction, _blocks, counter, recordedAt).Erase(source, id);
                    return _blocks.Next(transaction);
                }
            );
            return outcome;
        });

    public DeclarationResult Declare(SurveyDeclaration declaration) =>
        SqlServerFaults.Translate(() =>
            new SqlServerSurveyDeclarations(Begin(IsolationLevel.ReadCommitted)).Declare(declaration)
        );

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

    /// <summary>Writes facts, then what they count; the work returns a number that no other writer uses.</summary>
    private void WriteFacts(Func<SqlTransaction, AnswerCounter, long> write)
    {
        SqlTransaction transaction = Begin(IsolationLevel.ReadCommitted);
        SqlServerLock.WhileCounting.Take(transaction, patience);
        ConfirmTimeZone(SqlServerReportingZone.Find(transaction));
        var changes = new DailyCountChanges();
        long batch = write(transaction, new AnswerCounter(calendar, changes));
        // Last, because these are the rows that everybody writes: they are held no longer than the commit takes.
        SqlServerDailyCounts.Write(transaction, changes, batch);
    }

    private SqlTransaction Begin(IsolationLevel isolation) => _transaction = connection.BeginTransaction(isolation);

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
