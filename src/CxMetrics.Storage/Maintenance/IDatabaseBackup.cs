namespace CxMetrics.Storage.Maintenance;

/// <summary>Copies the database as it is at one moment, while it is being used.</summary>
public interface IDatabaseBackup
{
    /// <summary>Writes the copy to a new file, which is there as a whole or not at all.</summary>
    /// <param name="file">The path of the copy; its folder must exist, the file must not.</param>
    /// <param name="cancellationToken">Gives up; nothing is left behind.</param>
    /// <exception cref="DatabaseRefusedException">There is no database, or there is something at the path already.</exception>
    /// <exception cref="BackupFailedException">The copy could not be written.</exception>
    Task RunAsync(string file, CancellationToken cancellationToken);
}
