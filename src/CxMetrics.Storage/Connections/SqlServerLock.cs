using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Connections;

/// <summary>A lock of the database by name, held until the transaction ends.</summary>
/// <remarks>Taken before any other: see the decision on locks.</remarks>
internal sealed class SqlServerLock
{
    private const string DailyCountsName = "CxMetrics.DailyCounts";
    private const string MigrationsName = "CxMetrics.Migrations";

    private static readonly SqlServerStatement Share = new(
        $"""
        DECLARE @Outcome int;
        EXEC @Outcome = sp_getapplock
            @Resource = N'{DailyCountsName}', @LockMode = N'Shared', @LockOwner = N'Transaction', @LockTimeout = @Milliseconds;
        SELECT @Outcome;
        """,
        "Milliseconds"
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement Own = new(
        $"""
        DECLARE @Outcome int;
        EXEC @Outcome = sp_getapplock
            @Resource = N'{DailyCountsName}', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = @Milliseconds;
        SELECT @Outcome;
        """,
        "Milliseconds"
    )
    {
        IsLong = true,
    };

    private static readonly SqlServerStatement Migrate = new(
        $"""
        DECLARE @Outcome int;
        EXEC @Outcome = sp_getapplock
            @Resource = N'{MigrationsName}', @LockMode = N'Exclusive', @LockOwner = N'Transaction', @LockTimeout = @Milliseconds;
        SELECT @Outcome;
        """,
        "Milliseconds"
    )
    {
        IsLong = true,
    };

    private readonly SqlServerStatement _take;
    private readonly string _refusal;

    private SqlServerLock(SqlServerStatement take, string refusal) => (_take, _refusal) = (take, refusal);

    /// <summary>Held by every transaction that writes facts and counts.</summary>
    public static SqlServerLock WhileCounting { get; } =
        new(Share, "Another process has been rebuilding the daily counts for too long.");

    /// <summary>Held while all counts are made anew: keeps out those who count.</summary>
    public static SqlServerLock ToRebuild { get; } = new(Own, "Other processes have been writing for too long.");

    /// <summary>Held while the schema changes.</summary>
    public static SqlServerLock ToMigrate { get; } =
        new(Migrate, "Another process has been migrating the database for too long.");

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="StorageFaultException">It was not to be had in time.</exception>
    public void Take(SqlTransaction transaction, TimeSpan patience)
    {
        SqlServerParameters parameters = new SqlServerParameters().Int(
            "Milliseconds",
            (int)Math.Min(patience.TotalMilliseconds, int.MaxValue)
        );
        int outcome = transaction.Query<int>(_take, parameters).Single();
        // 0 at once, 1 after waiting; -1 too late, -3 chosen to end a deadlock.
        if (outcome < 0)
        {
            throw new StorageFaultException(outcome == -3 ? StorageFault.Deadlock : StorageFault.Unusable, _refusal);
        }
    }
}
