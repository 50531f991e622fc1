using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Connections;

/// <summary>A lock of the database by name, held until the transaction ends.</summary>
/// <remarks>Taken before any other: see the decision on locks.</remarks>
internal sealed class SqlServerLock
{
    private static readonly SqlServerStatement TakeNamed = new(
        """
        DECLARE @Outcome int;
        EXEC @Outcome = sp_getapplock
            @Resource = @Name, @LockMode = @Mode, @LockOwner = N'Transaction', @LockTimeout = @Milliseconds;
        SELECT @Outcome;
        """,
        "Name",
        "Mode",
        "Milliseconds"
    )
    {
        // The lock has a limit of its own.
        IsLong = true,
    };

    private readonly string _name;
    private readonly string _mode;
    private readonly string _refusal;

    private SqlServerLock(string name, string mode, string refusal) => (_name, _mode, _refusal) = (name, mode, refusal);

    /// <summary>Held by every transaction that writes facts and counts.</summary>
    public static SqlServerLock WhileCounting { get; } =
        new("CxMetrics.DailyCounts", "Shared", "Another process has been making the daily counts anew for too long.");

    /// <summary>Held while all counts are made anew: keeps out those who count.</summary>
    public static SqlServerLock ToRebuild { get; } =
        new("CxMetrics.DailyCounts", "Exclusive", "Other processes have been writing for too long.");

    /// <summary>Held while the schema changes.</summary>
    public static SqlServerLock ToMigrate { get; } =
        new("CxMetrics.Migrations", "Exclusive", "Another process has been migrating the database for too long.");

    /// <summary>Waits for the lock.</summary>
    /// <exception cref="StorageFaultException">It was not to be had in time.</exception>
    public void Take(SqlTransaction transaction, TimeSpan patience)
    {
        SqlServerParameters parameters = new SqlServerParameters()
            // Servers that speak the protocol of SQL Server may keep one list of names for all their databases.
            .Text("Name", $"{_name}.{transaction.Connection.Database}")
            .Text("Mode", _mode)
            .Int("Milliseconds", (int)Math.Min(patience.TotalMilliseconds, int.MaxValue));
        int outcome = transaction.Query<int>(TakeNamed, parameters).Single();
        // 0 at once, 1 after waiting; -1 too late, -3 chosen to end a deadlock.
        if (outcome < 0)
        {
            throw new StorageFaultException(outcome == -3 ? StorageFault.Deadlock : StorageFault.Busy, _refusal);
        }
    }
}
