using CxMetrics.Storage.Connections;
using Microsoft.Data.SqlClient;

namespace CxMetrics.Storage.Responses;

/// <summary>Response keys, taken from the database in blocks and handed out by one writer.</summary>
/// <remarks>A block is committed by itself. What is left of one when the process ends is never used.</remarks>
internal sealed class SqlServerKeyBlocks
{
    private const int SmallestBlock = 1000;

    private static readonly SqlServerStatement TakeBlock = new(
        """
        UPDATE KeyBlocks SET NextKey = KeyBlocks.NextKey + @Count
        OUTPUT inserted.NextKey
        WHERE KeyBlocks.Name = N'ResponseKey'
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
            Take(connection, Math.Max(SmallestBlock, without.Length));
        }

        foreach (WriteFact fact in without.Order(WriteFactOrder.Instance))
        {
            fact.ResponseKey = _next++;
        }
    }

    private void Take(SqlConnection connection, int count)
    {
        SqlServerParameters parameters = new SqlServerParameters().BigInt("Count", count);
        _end = connection.Query<long>(TakeBlock, parameters).Single();
        _next = _end - count;
    }
}
