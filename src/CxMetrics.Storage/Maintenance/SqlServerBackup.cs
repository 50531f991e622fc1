namespace CxMetrics.Storage.Maintenance;

/// <summary>SQL Server backs itself up, onto its own machine; this process could only be in the way.</summary>
internal sealed class SqlServerBackup : IDatabaseBackup
{
    public Task RunAsync(string file, CancellationToken cancellationToken) =>
        throw new DatabaseRefusedException(
            "`db backup` copies a SQLite file; SQL Server has BACKUP DATABASE for that (docs/operations.md has the statement)."
        );
}
