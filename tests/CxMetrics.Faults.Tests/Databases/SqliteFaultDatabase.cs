using Microsoft.Data.Sqlite;

namespace CxMetrics.Faults.Tests.Databases;

/// <summary>A file in a folder of its own, or in a folder that the test has prepared.</summary>
internal sealed class SqliteFaultDatabase : FaultDatabase
{
    private readonly bool _ownsFolder;

    public SqliteFaultDatabase()
        : this(Directory.CreateTempSubdirectory("cxmetrics-faults-").FullName)
    {
        _ownsFolder = true;
    }

    /// <summary>A file in a folder that is somebody else's to remove.</summary>
    public SqliteFaultDatabase(string folder, string name = "cxmetrics.db")
    {
        Folder = folder;
        File = Path.Combine(folder, name);
    }

    public override string Folder { get; }

    public string File { get; }

    /// <summary>The log that a transaction is written to first.</summary>
    public string Log => $"{File}-wal";

    public override IReadOnlyDictionary<string, string> Settings =>
        new Dictionary<string, string>
        {
            ["Storage:Provider"] = "Sqlite",
            ["Storage:ConnectionString"] = $"Data Source={File}",
        };

    /// <summary>Keeps every other process from writing, as one in a long transaction does.</summary>
    public async Task<IAsyncDisposable> TakeWriteLockAsync()
    {
        var connection = new SqliteConnection($"Data Source={File};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return connection;
    }

    public override ValueTask DisposeAsync()
    {
        if (_ownsFolder)
        {
            Directory.Delete(Folder, recursive: true);
        }

        return ValueTask.CompletedTask;
    }
}
