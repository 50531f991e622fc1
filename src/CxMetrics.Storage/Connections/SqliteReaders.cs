using System.Collections.Concurrent;
using CxMetrics.Domain.Facts;
using Microsoft.Data.Sqlite;

namespace CxMetrics.Storage.Connections;

/// <summary>Reading connections, kept open between requests; a reader never waits for the writer.</summary>
internal sealed class SqliteReaders(SqliteDatabase database) : IConnections, IDisposable
{
    private readonly ConcurrentBag<SqliteConnection> _idle = [];
    private readonly SemaphoreSlim _permits = new(Math.Max(4, 2 * Environment.ProcessorCount));
    private volatile bool _isDisposed;

    /// <summary>Runs a read over one snapshot of the database.</summary>
    public async Task<T> ReadAsync<T>(Func<SqliteConnection, T> read, CancellationToken cancellationToken)
    {
        await _permits.WaitAsync(cancellationToken);
        SqliteConnection? connection = null;
        try
        {
            connection = _idle.TryTake(out SqliteConnection? idle) ? idle : database.OpenReader();
            T result = ReadSnapshot(connection, read);
            Return(connection);
            connection = null;
            return result;
        }
        catch (SqliteException failure) when (failure.Unavailability() is { } reason)
        {
            throw new StorageUnavailableException(reason, failure);
        }
        finally
        {
            // After a failure its state is anybody's guess, so it is not used again.
            connection?.Dispose();
            _permits.Release();
        }
    }

    public void Close() => Dispose();

    public void Dispose()
    {
        _isDisposed = true;
        while (_idle.TryTake(out SqliteConnection? connection))
        {
            connection.Dispose();
        }
    }

    // Synchronous because SQLite is: its provider's asynchronous calls only look so.
    private static T ReadSnapshot<T>(SqliteConnection connection, Func<SqliteConnection, T> read)
    {
        using SqliteTransaction snapshot = connection.BeginTransaction(deferred: true);
        T result = read(connection);
        snapshot.Commit();
        return result;
    }

    private void Return(SqliteConnection connection)
    {
        if (_isDisposed)
        {
            connection.Dispose();
        }
        else
        {
            _idle.Add(connection);
        }
    }
}
