using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Response keys, taken from the database in blocks and handed out by one writer.</summary>
/// <remarks>A block is committed by itself. What is left of one when the process ends is never used.</remarks>
internal sealed class SqlServerKeyBlocks
{
    private const int SmallestBlock = 1000;
    private const int Spares = 100;

    // The row is locked from the update to the commit, so what is read is what was written. Decision 14 says why not by OUTPUT.
    private static readonly SqlServerStatement TakeBlock = new(
        """
        BEGIN TRANSACTION;
        UPDATE KeyBlocks SET NextKey = NextKey + @Count WHERE Name = N'ResponseKey';
        SELECT b.NextKey FROM KeyBlocks AS b WHERE b.Name = N'ResponseKey';
        COMMIT TRANSACTION;
        """,
        "Count"
    );

    private long _next;
    private long _end;

    /// <summary>Gives a key to every fact that is to be stored and has none, in the order in which rows are locked.</summary>
    public void Assign(SqlConnection connection, IReadOnlyList<WriteFact> facts)
    {
        WriteFact[] without = [.. facts.Where(fact => fact.ResponseKey == 0 && fact.Refusal is null)];
        if (without.Length > _end - _next)
        {
            int count = Math.Max(SmallestBlock, without.Length + Spares);
            Take(count, parameters => connection.Query<long>(TakeBlock, parameters));
        }

        foreach (WriteFact fact in without.Order(WriteFactOrder.Instance))
        {
            fact.ResponseKey = _next++;
        }
    }

    /// <summary>Makes sure that a few keys are left for rows that only the transaction finds out it needs.</summary>
    public void Spare(SqlConnection connection)
    {
        if (_end - _next < Spares)
        {
            Take(SmallestBlock, parameters => connection.Query<long>(TakeBlock, parameters));
        }
    }

    /// <summary>A key for one of those rows.</summary>
    /// <remarks>Past the spares the block is part of the transaction: if that fails, this object must not be used again.</remarks>
    public long Next(SqlTransaction transaction)
    {
        if (_next == _end)
        {
            Take(SmallestBlock, parameters => transaction.Query<long>(TakeBlock, parameters));
        }

        return _next++;
    }

    private void Take(int count, Func<SqlServerParameters, List<long>> run)
    {
        _end = run(new SqlServerParameters().BigInt("Count", count)).Single();
        _next = _end - count;
    }
}
