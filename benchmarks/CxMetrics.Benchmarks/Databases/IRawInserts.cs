using CxMetrics.Benchmarks.Ingestion;

namespace CxMetrics.Benchmarks.Databases;

/// <summary>
/// What a careful program without a service would do with a database: the same rows in the same tables as the service
/// writes, without the daily counts, 10,000 rows a transaction.
/// </summary>
internal interface IRawInserts : IDisposable
{
    void Insert(GeneratedResponses responses, Range range);
}
