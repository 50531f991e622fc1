namespace CxMetrics.Storage.Maintenance;

/// <summary>Brings the database up to date, proves that its counts equal its facts, and repairs them.</summary>
/// <remarks>Works beside a running server: a check reads one snapshot, a rebuild is one transaction.</remarks>
public abstract class DatabaseMaintenance
{
    /// <summary>Applies the migrations that are missing; nothing when there are none.</summary>
    /// <exception cref="DatabaseRefusedException">The database is newer than this process.</exception>
    public abstract Task MigrateAsync(CancellationToken cancellationToken);

    /// <summary>Reads every fact, counts again and compares.</summary>
    public abstract Task<CheckReport> CheckAsync(CancellationToken cancellationToken);

    /// <summary>Counts all facts again, for the reporting time zone configured now, and replaces the daily counts.</summary>
    public abstract Task RebuildAsync(CancellationToken cancellationToken);
}
