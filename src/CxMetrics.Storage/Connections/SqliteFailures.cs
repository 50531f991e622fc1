using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CxMetrics.Storage.Connections;

/// <summary>Tells a store that cannot work at the moment from a mistake in this program.</summary>
internal static class SqliteFailures
{
    /// <summary>Why the store is unavailable, in words; null when the failure says something else.</summary>
    public static string? Unavailability(this SqliteException failure) =>
        failure.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => "Another process has been writing to the database for too long.",
            raw.SQLITE_FULL => "The disk of the database is full.",
            raw.SQLITE_READONLY or raw.SQLITE_PERM => "The database is read-only.",
            raw.SQLITE_CANTOPEN => "The database file cannot be opened.",
            raw.SQLITE_IOERR => "The disk of the database fails.",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => "The database file is damaged.",
            raw.SQLITE_NOMEM => "There is no memory left for the database.",
            _ => null,
        };
}
