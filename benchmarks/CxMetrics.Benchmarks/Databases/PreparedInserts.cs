using System.Data.Common;
using System.Globalization;
using CxMetrics.Benchmarks.Ingestion;

namespace CxMetrics.Benchmarks.Databases;

/// <summary>Prepared statements on one connection, with the keys of names remembered. The dialects bring the statements.</summary>
internal abstract class PreparedInserts(DbConnection connection) : IRawInserts
{
    private const int RowsPerTransaction = 10_000;

    /// <summary>
    /// Inserts a response: its key, id and score, the keys of its touchpoint, channel, segment and customer, when it was
    /// given and recorded, and whether it has details.
    /// </summary>
    protected abstract PreparedCommand Response { get; }

    /// <summary>Inserts the details of a response: its key and the comment.</summary>
    protected abstract PreparedCommand Details { get; }

    protected abstract DimensionKeys Touchpoints { get; }

    protected abstract DimensionKeys Channels { get; }

    protected abstract DimensionKeys Segments { get; }

    protected abstract DimensionKeys Customers { get; }

    public void Insert(GeneratedResponses responses, Range range)
    {
        (int offset, int length) = range.GetOffsetAndLength(responses.Count);
        int end = offset + length;
        for (int first = offset; first < end; first += RowsPerTransaction)
        {
            InsertTogether(responses, first, Math.Min(first + RowsPerTransaction, end));
        }
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        Response.Dispose();
        Details.Dispose();
        Touchpoints.Dispose();
        Channels.Dispose();
        Segments.Dispose();
        Customers.Dispose();
        connection.Dispose();
    }

    /// <summary>The first of so many response keys that nobody has used.</summary>
    protected abstract long TakeKeys(int count, DbTransaction transaction);

    /// <summary>A moment as the tables keep it.</summary>
    protected abstract object ToValue(DateTime time);

    private void InsertTogether(GeneratedResponses responses, int first, int end)
    {
        using DbTransaction transaction = connection.BeginTransaction();
        object recordedAt = ToValue(TimeProvider.System.GetUtcNow().UtcDateTime);
        long key = TakeKeys(end - first, transaction);
        for (int number = first; number < end; number++)
        {
            Insert(key++, responses[number], recordedAt, transaction);
        }

        transaction.Commit();
    }

    private void Insert(object key, in GeneratedResponse response, object recordedAt, DbTransaction transaction)
    {
        string? customer =
            response.Customer < 0 ? null : "c-" + response.Customer.ToString("D6", CultureInfo.InvariantCulture);
        Response.Execute(
            transaction,
            key,
            response.Id.ToString("x16", CultureInfo.InvariantCulture),
            response.Score,
            Touchpoints.FindOrAdd(GeneratedResponses.Touchpoints[response.Touchpoint], transaction),
            Channels.FindOrAdd(GeneratedResponses.Channels[response.Channel], transaction),
            Segments.FindOrAdd(GeneratedResponses.Segments[response.Segment], transaction),
            customer is null ? DBNull.Value : Customers.FindOrAdd(customer, transaction),
            ToValue(response.RespondedAt),
            recordedAt,
            response.Comment >= 0
        );
        if (response.Comment >= 0)
        {
            Details.Execute(transaction, key, GeneratedResponses.Comments[response.Comment]);
        }
    }
}
