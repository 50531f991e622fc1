using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Dimensions;
using CxMetrics.Storage.Migrations;
using CxMetrics.Storage.Rollups;
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
    private readonly SqliteResponseInserts _inserts;
    private readonly SqliteResponseRevisions _revisions;
    private readonly SqliteDailyCounts _dailyCounts;
    private long _nextKey;
    private long _recordedAt;

    public SqliteWriteSession(SqliteConnection connection, ReportingCalendar calendar)
    {
        _connection = connection;
        _calendar = calendar;
        _begin = new SqliteStatement(connection, "BEGIN IMMEDIATE");
        _commit = new SqliteStatement(connection, "COMMIT");
        _findTimeZone = new SqliteStatement(connection, SqliteReportingZone.FindSql);
        _findNextKey = new SqliteStatement(connection, NextKeySql);
        _keys = new SqliteResponseKeys(connection);
        _inserts = new SqliteResponseInserts(connection);
        _revisions = new SqliteResponseRevisions(connection);
        _dailyCounts = new SqliteDailyCounts(connection);
    }

    /// <summary>Begins a transaction and keeps other processes from writing until it ends.</summary>
    public void Begin(DateTimeOffset recordedAt)
    {
        _begin.Execute();
        ConfirmTimeZone();
        _nextKey = _findNextKey.FindInt64()!.Value;
        _recordedAt = Microseconds.FromInstant(recordedAt);
    }

    /// <summary>Applies one response.</summary>
    public AppendOutcome Append(SurveyResponse response)
    {
        if (_keys.FindContradiction(response) is { } error)
        {
            return AppendOutcome.Refused(error);
        }

        ResponseKeys keys = _keys.FindOrAdd(response);
        if (_inserts.TryInsert(_nextKey, response, keys, _recordedAt))
        {
            _nextKey++;
            Count(response, keys, change: 1);
            return AppendOutcome.Stored;
        }

        return Revise(response, keys);
    }

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
        _inserts.Dispose();
        _revisions.Dispose();
        _dailyCounts.Dispose();
        _connection.Dispose();
    }

    private AppendOutcome Revise(SurveyResponse response, in ResponseKeys keys)
    {
        (long currentKey, SurveyResponse current) = _revisions.Get(keys, response.Id);
        if (response.HasSameContentAs(current))
        {
            return AppendOutcome.Duplicate;
        }

        _revisions.Supersede(currentKey, _recordedAt);
        Count(current, _keys.FindOrAdd(current), change: -1);
        _inserts.TryInsert(_nextKey++, response, keys, _recordedAt);
        Count(response, keys, change: 1);
        return AppendOutcome.Updated;
    }

    private void Count(SurveyResponse response, in ResponseKeys keys, int change)
    {
        int day = _calendar.DayOf(response.RespondedAt).DayNumber;
        for (int index = 0; index < keys.Questions.Length; index++)
        {
            Answer answer = response.Answers[index];
            if (!answer.Scale.Contains(answer.Score))
            {
                throw new ArgumentException(
                    $"The score {answer.Score} is not on the scale {answer.Scale}.",
                    nameof(response)
                );
            }

            var row = new DailyCountKey(
                keys.Questions[index],
                CountLevel.ByAll,
                day,
                keys.Touchpoint,
                keys.Channel,
                keys.Segment
            );
            _changes.Add(row, answer.Score - answer.Scale.Minimum, response.Test, change);
        }
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
