using Microsoft.Data.Sqlite;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>Holds the write lock of a database, as another process in a long transaction would.</summary>
internal sealed class WriteLock : IAsyncDisposable
{
    private readonly SqliteConnection _connection;

    private WriteLock(SqliteConnection connection) => _connection = connection;

    public static async Task<WriteLock> TakeAsync(TemporaryDatabase database)
    {
        var connection = new SqliteConnection($"{database.ConnectionString};Pooling=False");
        await connection.OpenAsync();
        await using SqliteCommand begin = connection.CreateCommand();
        begin.CommandText = "BEGIN IMMEDIATE";
        await begin.ExecuteNonQueryAsync();
        return new WriteLock(connection);
    }

    public ValueTask DisposeAsync() => _connection.DisposeAsync();
}
