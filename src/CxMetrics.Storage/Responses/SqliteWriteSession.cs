using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Rollups;
using CxMetrics.Storage.Surveys;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Responses;

/// <summary>The writing connection with its prepared statements and remembered keys; one transaction at a time.</summary>
/// <remarks>
/// After a failed transaction the session is thrown away, and with it everything it remembers: nothing that was rolled back
/// can be taken for stored.
/// </remarks>
internal sealed class SqliteWriteSession : IDisposable
{
    private const string NextKeySql = """
        SELECT 1 + MAX(
            (SELECT COALESCE(MAX(ResponseKey), 0) FROM Responses),
            (SELECT COALESCE(MAX(ResponseKey), 0) FROM SupersededResponses))
        """;

    private readonly SqliteConnection _connection;
    private readonly ReportingCalendar _calendar;
    private readonly DailyCountChanges _changes = new();
    private readonly SqliteStatement _begin;
    private readonly SqliteStatement _commit;
    private readonly SqliteStatement _findTimeZone;
    private readonly SqliteStatement _findNextKey;
    private readonly SqliteResponseKeys _keys;
    private readonly SqliteResponseWriter _responses;
    private readonly SqliteSurveyDeclarations _surveys;
    private readonly SqliteDailyCounts _dailyCounts;

    public SqliteWriteSession(SqliteConnection connection, ReportingCalendar calendar)
    {
        _connection = connection;
        _calendar = calendar;
        _begin = new SqliteStatement(connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(connection, "COMMIT");
        _findTimeZone = new SqliteStatement(connection, SqliteReportingZone.FindSql);
        _findNextKey = new SqliteStatement(connection, NextKeySql);
        _keys = new SqliteResponseKeys(connection);
        _responses = new SqliteResponseWriter(connection, _keys, new AnswerCounter(calendar, _changes));
        _surveys = new SqliteSurveyDeclarations(connection, _keys);
        _dailyCounts = new SqliteDailyCounts(connection);
    }

    /// <summary>Begins a transaction and keeps other processes from writing until it ends.</summary>
    public void Begin(DateTimeOffset recordedAt)
    {
        _begin.Execute();
        ConfirmTimeZone();
        _responses.Begin(_findNextKey.FindInt64()!.Value, Microseconds.FromInstant(recordedAt));
    }

    /// <summary>Applies one response.</summary>
    public AppendOutcome Append(SurveyResponse response) => _responses.Append(response);

    /// <summary>Erases one response.</summary>
    public ErasureOutcome Erase(string source, string id) => _responses.Erase(source, id);

    /// <summary>Declares a survey.</summary>
    public DeclarationResult Declare(SurveyDeclaration declaration) => _surveys.Declare(declaration);

    public void Commit()
    {
        _dailyCounts.Write(_changes);
        _commit.Execute();
    }

    /// <summary>Copies the log back into the file and empties it, so that the file alone is the whole database.</summary>
    public void Checkpoint()
    {
        using var checkpoint = new SqliteStatement(_connection, "PRAGMA wal_checkpoint(TRUNCATE)");
        checkpoint.Step();
        checkpoint.Reset();
    }

    public void Dispose()
    {
        _begin.Dispose();
        _commit.Dispose();
        _findTimeZone.Dispose();
        _findNextKey.Dispose();
        _keys.Dispose();
        _responses.Dispose();
        _surveys.Dispose();
        _dailyCounts.Dispose();
        _connection.Dispose();
    }

    // Another process may have rebuilt the counts for another zone since this one started.
    private void ConfirmTimeZone()
    {
        string? countedFor = _findTimeZone.Step() ? _findTimeZone.Text(0) : null;
        _findTimeZone.Reset();
        if (!string.Equals(countedFor, _calendar.TimeZone.Id, StringComparison.Ordinal))
        {
            throw new StorageUnavailableException(
                $"The daily counts were rebuilt for the time zone {countedFor} while this process counts for "
                    + $"{_calendar.TimeZone.Id}: restart it with the new zone."
            );
        }
    }
}
