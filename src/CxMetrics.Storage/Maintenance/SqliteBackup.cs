using CxMetrics.Storage.Connections;
using CxMetrics.Storage.Migrations;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CxMetrics.Storage.Maintenance;

/// <summary>Copies the file with SQLite's online backup, over one snapshot: writers go on, and the copy does not see them.</summary>
/// <remarks>The schema is left as it is: a backup is what one makes before a newer version changes it.</remarks>
internal sealed class SqliteBackup(SqliteDatabase database, IMigrator migrator) : IDatabaseBackup
{
    /// <summary>Pages between two looks at the cancellation: 16 MB.</summary>
    private const int PagesPerStep = 4096;

    public Task RunAsync(string file, CancellationToken cancellationToken) =>
        // SQLite works on the thread that calls it.
        Task.Run(() => Run(Path.GetFullPath(file), cancellationToken), cancellationToken);

    private void Run(string file, CancellationToken cancellationToken)
    {
        migrator.RefuseMissing();
        RefuseTarget(file);
        // In the same folder, so that the last step is a change of name and never a copy.
        string unfinished = $"{file}.{Guid.NewGuid():N}.unfinished";
        try
        {
            Copy(unfinished, cancellationToken);
            DurableFile.Publish(unfinished, file);
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new BackupFailedException($"The backup {file} was not made: {failure.Message}", failure);
        }
        finally
        {
            File.Delete(unfinished);
            File.Delete($"{unfinished}-journal");
        }
    }

    private static void RefuseTarget(string file)
    {
        if (Path.Exists(file))
        {
            throw new DatabaseRefusedException($"There is something at {file} already; a backup never replaces it.");
        }

        if (!Directory.Exists(Path.GetDirectoryName(file)))
        {
            throw new DatabaseRefusedException($"The folder of {file} does not exist; a backup does not make it.");
        }
    }

    private void Copy(string unfinished, CancellationToken cancellationToken)
    {
        using SqliteConnection source = database.OpenReader();
        // Held from the first page to the last: without it every commit of a writer would begin the copy anew.
        using SqliteTransaction snapshot = source.BeginTransaction(deferred: true);
        using var target = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = unfinished, Pooling = false }.ConnectionString
        );
        target.Open();
        using sqlite3_backup backup = raw.sqlite3_backup_init(target.Handle, "main", source.Handle, "main");
        int code = backup.IsInvalid ? raw.sqlite3_errcode(target.Handle) : raw.SQLITE_OK;
        while (code is raw.SQLITE_OK)
        {
            cancellationToken.ThrowIfCancellationRequested();
            code = raw.sqlite3_backup_step(backup, PagesPerStep);
        }

        if (code is not raw.SQLITE_DONE)
        {
            SqliteException.ThrowExceptionForRC(code, target.Handle);
        }
    }
}
