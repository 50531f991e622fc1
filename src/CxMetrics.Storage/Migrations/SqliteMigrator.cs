using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Facts;
using CxMetrics.Storage.Connections;
using Dapper;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Migrations;

/// <summary>Brings the database to the schema of this program, in one transaction that keeps every other process out.</summary>
internal sealed class SqliteMigrator(SqliteDatabase database, ReportingCalendar calendar, TimeProvider clock)
    : IMigrator
{
    private static readonly IReadOnlyList<Migration> Migrations = Migration.Of("Sqlite");

    /// <summary>Applies what is missing.</summary>
    public void Migrate() =>
        InTransaction(connection =>
        {
            int version = ReadVersion(connection);
            RefuseNewer(version);
            foreach (Migration migration in Migrations.Where(migration => migration.Number > version))
            {
                connection.Execute(new CommandDefinition(migration.Script));
                Journal(connection, migration);
            }
        });

    /// <summary>Refuses to make a database where one is to be looked after: a mistyped path would look healthy.</summary>
    public void RefuseMissing()
    {
        if (!File.Exists(database.Path))
        {
            throw new DatabaseRefusedException(
                $"There is no database at {Path.GetFullPath(database.Path)}: set Storage:ConnectionString, or start the service once to make it."
            );
        }
    }

    /// <summary>Refuses to work with counts that were made for the days of another time zone.</summary>
    public void ConfirmTimeZone() =>
        InTransaction(connection =>
        {
            string? countedFor = SqliteReportingZone.Find(connection);
            if (string.Equals(countedFor, calendar.TimeZone.Id, StringComparison.Ordinal))
            {
                return;
            }

            RefuseCountsFor(countedFor, connection);
            SqliteReportingZone.Set(connection, calendar.TimeZone.Id);
        });

    private void RefuseCountsFor(string? zone, SqliteConnection connection)
    {
        const string hasFacts = "SELECT EXISTS (SELECT 1 FROM Responses) OR EXISTS (SELECT 1 FROM DailyCounts)";

        if (zone is not null && connection.ExecuteScalar<bool>(new CommandDefinition(hasFacts)))
        {
            throw new DatabaseRefusedException(
                $"The daily counts in {database.Path} were made for the time zone {zone}, but "
                    + $"Reporting:TimeZone is {calendar.TimeZone.Id}: set it back, or run `db rebuild` to count again."
            );
        }
    }

    // A start meets a full disk or a file that may not be written before anything else does, and has to say so in a sentence.
    private void InTransaction(Action<SqliteConnection> work)
    {
        try
        {
            using SqliteConnection connection = database.OpenWriter();
            using SqliteTransaction transaction = connection.BeginTransaction(deferred: false);
            work(connection);
            transaction.Commit();
        }
        catch (SqliteException failure) when (failure.Unavailability() is { } reason)
        {
            throw new StorageUnavailableException($"{reason} ({database.Path})", failure);
        }
    }

    private static int ReadVersion(SqliteConnection connection)
    {
        const string createJournal = """
            CREATE TABLE IF NOT EXISTS Migrations (
                Number INTEGER NOT NULL CONSTRAINT PK_Migrations PRIMARY KEY,
                Name TEXT NOT NULL,
                AppliedAt INTEGER NOT NULL
            ) STRICT
            """;
        const string readVersion = "SELECT COALESCE(MAX(Number), 0) FROM Migrations";

        connection.Execute(new CommandDefinition(createJournal));
        return (int)connection.ExecuteScalar<long>(new CommandDefinition(readVersion));
    }

    private void RefuseNewer(int version)
    {
        int known = Migrations[^1].Number;
        if (version > known)
        {
            throw new DatabaseRefusedException(
                $"The database {database.Path} has schema {version}, made by a newer version of CxMetrics; "
                    + $"this version knows schemas up to {known}: install the newer version."
            );
        }
    }

    private void Journal(SqliteConnection connection, Migration migration)
    {
        const string insert = "INSERT INTO Migrations (Number, Name, AppliedAt) VALUES (@Number, @Name, @AppliedAt)";

        var applied = new
        {
            migration.Number,
            migration.Name,
            AppliedAt = Microseconds.FromInstant(clock.GetUtcNow()),
        };
        connection.Execute(new CommandDefinition(insert, applied));
    }
}
