using System.Data;
using CxMetrics.Domain.Facts;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Connections;

/// <summary>Reads over a snapshot of the database: they wait for no writer, and no writer waits for them.</summary>
internal sealed class SqlServerReaders(SqlServerDatabase database, StoragePipelines pipelines) : IConnections
{
    /// <summary>Runs a read, again when a fault that passes ends it.</summary>
    /// <exception cref="StorageUnavailableException">The database cannot be read at the moment.</exception>
    public async Task<T> ReadAsync<T>(
        Func<SqlTransaction, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            return await pipelines.Reads.ExecuteAsync(
                async token => await ReadSnapshotAsync(read, token),
                cancellationToken
            );
        }
        catch (StorageFaultException fault)
        {
            throw fault.ToUnavailable();
        }
    }

    public void Close() => database.Close();

    private async Task<T> ReadSnapshotAsync<T>(
        Func<SqlTransaction, CancellationToken, Task<T>> read,
        CancellationToken cancellationToken
    )
    {
        try
        {
            await using SqlConnection connection = await database.OpenReaderAsync(cancellationToken);
            await using var snapshot = (SqlTransaction)
                await connection.BeginTransactionAsync(IsolationLevel.Snapshot, cancellationToken);
            T result = await read(snapshot, cancellationToken);
            await snapshot.CommitAsync(cancellationToken);
            return result;
        }
        catch (SqlException failure) when (cancellationToken.IsCancellationRequested)
        {
            // The client reports a command that was called off as a failure of the server.
            throw new OperationCanceledException(failure.Message, failure, cancellationToken);
        }
        catch (Exception failure) when (SqlServerFaults.ToFault(failure) is not null)
        {
            throw SqlServerFaults.ToFault(failure)!;
        }
    }
}
