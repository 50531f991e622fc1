using System.Text.RegularExpressions;
using CxMetrics.Domain.Calendar;
using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;
using Microsoft.Extensions.Options;

namespace CxMetrics.Storage.Migrations;

/// <summary>Brings the database to the schema of this program, in one transaction under a lock of the database.</summary>
internal sealed partial class SqlServerMigrator(
    SqlServerDatabase database,
    SqlServerSetup setup,
    SqlServerTransactions transactions,
    ReportingCalendar calendar,
    TimeProvider clock,
    IOptions<StorageOptions> options
) : IMigrator
{
    /// <summary>For a migration over many facts in another process.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private static readonly IReadOnlyList<Migration> Migrations = Migration.Of("SqlServer");

    private static readonly SqlServerStatement CreateJournal = new(
        """
        IF OBJECT_ID(N'Migrations', N'U') IS NULL
            CREATE TABLE Migrations (
                Number int NOT NULL CONSTRAINT PK_Migrations PRIMARY KEY,
                Name nvarchar(200) COLLATE Latin1_General_BIN2 NOT NULL,
                AppliedAt datetime2(6) NOT NULL
            );
        """
    );

    private static readonly SqlServerStatement CountJournals = new(
        "SELECT COUNT(*) FROM sys.tables AS t WHERE t.name = N'Migrations'"
    );

    private static readonly SqlServerStatement FindVersion = new(
        "SELECT COALESCE(MAX(m.Number), 0) FROM Migrations AS m"
    );

    private static readonly SqlServerStatement InsertJournal = new(
        "INSERT INTO Migrations (Number, Name, AppliedAt) VALUES (@Number, @Name, @AppliedAt)",
        "Number",
        "Name",
        "AppliedAt"
    );

    private static readonly SqlServerStatement FindFact = new(
        """
        SELECT CASE WHEN EXISTS (SELECT 1 FROM Responses) OR EXISTS (SELECT 1 FROM DailyCounts) THEN 1 ELSE 0 END
        """
    );

    public void Migrate()
    {
        if (!setup.Exists())
        {
            setup.CreateDatabase();
        }

        setup.EnsureSnapshots();
        transactions.Run(Apply);
    }

    public void RefuseMissing()
    {
        bool exists =
            setup.Exists()
            && transactions.Run(
                System.Data.IsolationLevel.ReadCommitted,
                transaction => transaction.Query<int>(CountJournals).Single() > 0
            );
        if (!exists)
        {
            throw new DatabaseRefusedException(
                $"There is no database of CxMetrics at {database.Place}: set Storage:ConnectionString, or start the service once to make it."
            );
        }
    }

    public void ConfirmTimeZone()
    {
        string? countedFor = transactions.Run(System.Data.IsolationLevel.ReadCommitted, SqlServerReportingZone.Find);
        if (!IsMine(countedFor))
        {
            transactions.Run(TakeTimeZone);
        }
    }

    // The zone is read again under the lock: another process may be settling the same question.
    private void TakeTimeZone(SqlTransaction transaction)
    {
        SqlServerLock.ToRebuild.Take(transaction, options.Value.BusyTimeout);
        string? countedFor = SqlServerReportingZone.Find(transaction);
        if (countedFor is not null && !IsMine(countedFor) && transaction.Query<int>(FindFact).Single() == 1)
        {
            throw new DatabaseRefusedException(
                $"The daily counts in {database.Place} were made for the time zone {countedFor}, but "
                    + $"Reporting:TimeZone is {calendar.TimeZone.Id}: set it back, or run `db rebuild` to count again."
            );
        }

        SqlServerReportingZone.Set(transaction, calendar.TimeZone.Id);
    }

    private bool IsMine(string? timeZone) => string.Equals(timeZone, calendar.TimeZone.Id, StringComparison.Ordinal);

    private void Apply(SqlTransaction transaction)
    {
        SqlServerLock.ToMigrate.Take(transaction, Patience);
        transaction.Execute(CreateJournal);
        int version = transaction.Query<int>(FindVersion).Single();
        RefuseNewer(version);
        foreach (Migration migration in Migrations.Where(migration => migration.Number > version))
        {
            foreach (SqlServerStatement batch in Batches(migration))
            {
                transaction.Execute(batch);
            }

            Journal(transaction, migration);
        }
    }

    private void RefuseNewer(int version)
    {
        int known = Migrations[^1].Number;
        if (version > known)
        {
            throw new DatabaseRefusedException(
                $"The database {database.Place} has schema {version}, made by a newer version of CxMetrics; "
                    + $"this version knows schemas up to {known}: install the newer version."
            );
        }
    }

    private void Journal(SqlTransaction transaction, Migration migration) =>
        transaction.Execute(
            InsertJournal,
            new SqlServerParameters()
                .Int("Number", migration.Number)
                .Text("Name", migration.Name)
                .Instant("AppliedAt", clock.GetUtcNow())
        );

    // A statement about a column that the script itself adds needs a batch of its own.
    private static IEnumerable<SqlServerStatement> Batches(Migration migration) =>
        BatchSeparator()
            .Split(migration.Script)
            .Where(text => !string.IsNullOrWhiteSpace(text))
            .Select(text => new SqlServerStatement(text) { IsLong = true });

    [GeneratedRegex(@"^GO\s*$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BatchSeparator();
}
