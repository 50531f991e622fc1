using CxMetrics.Domain.Facts;
using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Migrations;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Brings the database up to date, proves that its counts equal its facts, and repairs them.</summary>
/// <remarks>Works beside a running server: a check reads one snapshot, a rebuild is one transaction.</remarks>
public sealed class DatabaseMaintenance
{
    private readonly IMigrator _migrator;
    private readonly IDatabaseCheck _check;
    private readonly IRebuild _rebuild;

    internal DatabaseMaintenance(IMigrator migrator, IDatabaseCheck check, IRebuild rebuild)
    {
        _migrator = migrator;
        _check = check;
        _rebuild = rebuild;
    }

    /// <summary>Applies the migrations that are missing; nothing when there are none.</summary>
    /// <exception cref="DatabaseRefusedException">The database is newer than this process.</exception>
    /// <exception cref="StorageUnavailableException">The database cannot be opened or written.</exception>
    public Task MigrateAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                _migrator.Migrate();
                return true;
            },
            cancellationToken
        );

    /// <summary>Reads every fact, counts again and compares.</summary>
    /// <exception cref="DatabaseRefusedException">
    /// There is no database, it is newer than this process, or it counts for another time zone.
    /// </exception>
    public Task<CheckReport> CheckAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                _migrator.RefuseMissing();
                _migrator.Migrate();
                _migrator.ConfirmTimeZone();
                return _check.Run(cancellationToken);
            },
            cancellationToken
        );

    /// <summary>Counts all facts again, for the reporting time zone configured now, and replaces the daily counts.</summary>
    /// <exception cref="DatabaseRefusedException">There is no database, or it is newer than this process.</exception>
    public Task RebuildAsync(CancellationToken cancellationToken) =>
        RunAsync(
            () =>
            {
                _migrator.RefuseMissing();
                _migrator.Migrate();
                _rebuild.Run(cancellationToken);
                return true;
            },
            cancellationToken
        );

    // Both dialects work on the thread that calls them, for as long as there are facts to read.
    private static async Task<T> RunAsync<T>(Func<T> work, CancellationToken cancellationToken)
    {
        try
        {
            return await Task.Run(work, cancellationToken);
        }
        catch (SqliteException failure) when (failure.Unavailability() is { } reason)
        {
            throw new StorageUnavailableException(reason, failure);
        }
    }
}
