using CxMetrics.Domain.Facts;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;
using SQLitePCL;

namespace CxMetrics.Storage.Connections;

/// <summary>Opens connections to the database file, set up for reading or for writing.</summary>
internal sealed class SqliteDatabase(IOptions<StorageOptions> options)
{
    private readonly StorageOptions _options = options.Value;

    /// <summary>The path of the file, for messages.</summary>
    public string Path => new SqliteConnectionStringBuilder(_options.ConnectionString).DataSource;

    /// <summary>A connection that may write. The caller closes it; the first one makes the file and its folder.</summary>
    /// <remarks>
    /// FULL: what a reply calls stored must survive a power cut. The log may grow to 64 MB before it is copied back, because
    /// the index over ids is written all over and most of its pages are written again before long; the cache holds them meanwhile.
    /// Foreign keys are not enforced while writing: every key was looked up or made by the same connection and none is ever
    /// deleted, and a check of the database verifies them all. The look-ups were measured at 12 of 68 µs of server time a post.
    /// What is deleted is overwritten with zeros, so that an erased comment is not left in a free page.
    /// </remarks>
    public SqliteConnection OpenWriter()
    {
        const string settings = """
            PRAGMA journal_mode = WAL;
            PRAGMA synchronous = FULL;
            PRAGMA foreign_keys = OFF;
            PRAGMA secure_delete = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -65536;
            PRAGMA wal_autocheckpoint = 16384;
            PRAGMA journal_size_limit = 67108864;
            """;
        CreateFolder();
        return Open(SqliteOpenMode.ReadWriteCreate, settings);
    }

    /// <summary>A connection that cannot write. The caller closes it.</summary>
    public SqliteConnection OpenReader()
    {
        const string settings = """
            PRAGMA query_only = ON;
            PRAGMA temp_store = MEMORY;
            PRAGMA cache_size = -8192;
            PRAGMA mmap_size = 268435456;
            """;
        return Open(SqliteOpenMode.ReadWrite, settings);
    }

    private SqliteConnection Open(SqliteOpenMode mode, string settings)
    {
        var connection = new SqliteConnection(ConnectionString(mode));
        try
        {
            connection.Open();
            raw.sqlite3_busy_timeout(connection.Handle, (int)_options.BusyTimeout.TotalMilliseconds);
            connection.Execute(new CommandDefinition(settings));
            return connection;
        }
        catch (SqliteException failure)
        {
            connection.Dispose();
            string reason = failure.Unavailability() ?? "The database cannot be opened.";
            throw new StorageUnavailableException($"{reason} ({Path})", failure);
        }
    }

    // Connections are kept by their owners; the provider's own pool would keep the file open after they let go.
    private string ConnectionString(SqliteOpenMode mode) =>
        new SqliteConnectionStringBuilder(_options.ConnectionString)
        {
            Mode = mode,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)Math.Ceiling(_options.BusyTimeout.TotalSeconds)),
        }.ConnectionString;

    private void CreateFolder()
    {
        string? folder = System.IO.Path.GetDirectoryName(System.IO.Path.GetFullPath(Path));
        try
        {
            Directory.CreateDirectory(folder ?? ".");
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageUnavailableException($"The folder of the database cannot be made. ({Path})", failure);
        }
    }
}
