namespace CxMetrics.Storage.Connections;

/// <summary>Why a database server did not do what it was asked, where that is not a mistake in this program.</summary>
internal enum StorageFault
{
    /// <summary>The connection broke, or none was made.</summary>
    Network,

    /// <summary>An answer took longer than the client waits.</summary>
    TimeOut,

    /// <summary>The database is moving to another server, starting, or not there yet.</summary>
    Failover,

    /// <summary>The server has more to do than it can or may.</summary>
    Throttling,

    /// <summary>The transaction was chosen to end a deadlock.</summary>
    Deadlock,

    /// <summary>Another writer was first with the same row.</summary>
    Collision,

    /// <summary>Others have been holding the same rows for longer than <see cref="StorageOptions.BusyTimeout"/>.</summary>
    Busy,

    /// <summary>Trying again does not help: the disk is full, the database read-only, the login refused.</summary>
    Unusable,
}
