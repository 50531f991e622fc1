using System.Diagnostics;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Load;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Fills a database through the bulk endpoint of a service that runs for it alone.</summary>
internal static class DatabaseFill
{
    private const int RowsPerBody = 1_000_000;

    /// <summary>Sends all responses, oldest first, and counts what is there once the service has been killed.</summary>
    /// <returns>How many were new.</returns>
    public static async Task<int> RunAsync(
        IBenchmarkDatabase database,
        GeneratedResponses responses,
        CancellationToken cancellationToken
    )
    {
        int stored = 0;
        await using (ServerProcess service = await ServerProcess.StartServiceAsync(database, cancellationToken))
        {
            using HttpClient client = BulkPosts.CreateClient(service);
            for (int first = 0; first < responses.Count; first += RowsPerBody)
            {
                int end = Math.Min(first + RowsPerBody, responses.Count);
                stored += await SendAsync(client, responses, first..end, cancellationToken);
            }
        }

        long count = database.CountResponses();
        return count >= responses.Count
            ? stored
            : throw new InvalidOperationException($"Of {responses.Count} responses {count} are in the database.");
    }

    private static async Task<int> SendAsync(
        HttpClient client,
        GeneratedResponses responses,
        Range range,
        CancellationToken cancellationToken
    )
    {
        (int first, int length) = range.GetOffsetAndLength(responses.Count);
        long start = Stopwatch.GetTimestamp();
        (int stored, int duplicates) = await BulkPosts.SendAsync(client, responses, range, cancellationToken);
        double perSecond = length / Stopwatch.GetElapsedTime(start).TotalSeconds;
        await Console.Error.WriteLineAsync(
            $"{first + length:N0} of {responses.Count:N0}: {stored:N0} stored, {duplicates:N0} known, {perSecond:N0} rows/s"
        );
        return stored + duplicates == length
            ? stored
            : throw new InvalidOperationException($"{length - stored - duplicates} generated responses were refused.");
    }
}
