using System.Data;
using CxMetrics.Domain.Facts;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Connections;

/// <summary>Runs work of the migrations and the maintenance in a transaction, again when a fault that passes ends it.</summary>
internal sealed class SqlServerTransactions(SqlServerDatabase database, StoragePipelines pipelines)
{
    /// <summary>Runs the work and commits it.</summary>
    /// <param name="isolation">How the transaction is kept apart from others.</param>
    /// <param name="work">May run more than once, each time from the beginning.</param>
    /// <exception cref="StorageUnavailableException">The database cannot be used at the moment.</exception>
    public T Run<T>(IsolationLevel isolation, Func<SqlTransaction, T> work) =>
        Retry(() =>
        {
            using SqlConnection connection = database.OpenWriter();
            using SqlTransaction transaction = connection.BeginTransaction(isolation);
            T result = work(transaction);
            transaction.Commit();
            return result;
        });

    public void Run(Action<SqlTransaction> work) =>
        Run(
            IsolationLevel.ReadCommitted,
            transaction =>
            {
                work(transaction);
                return true;
            }
        );

    /// <summary>The same for work that cannot be part of a transaction.</summary>
    public T Retry<T>(Func<T> work)
    {
        try
        {
            return pipelines.Writes.Execute(() => SqlServerFaults.Translate(work));
        }
        catch (StorageFaultException fault)
        {
            throw fault.ToUnavailable();
        }
    }
}
