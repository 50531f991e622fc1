namespace CxMetrics.Benchmarks.Load;

/// <summary>What a round of requests came to.</summary>
/// <param name="Acknowledged">Requests answered with 201.</param>
/// <param name="Failed">Requests answered with anything else.</param>
/// <param name="Elapsed">From the first request to the last answer.</param>
/// <param name="Latencies">Of every request, ascending.</param>
/// <param name="ClientTime">Processor time of the client; it shares the machine with the server.</param>
internal sealed record LoadResult(
    long Acknowledged,
    long Failed,
    TimeSpan Elapsed,
    TimeSpan[] Latencies,
    TimeSpan ClientTime
)
{
    public long Requests => Acknowledged + Failed;

    public double RequestsPerSecond => Requests / Elapsed.TotalSeconds;

    public TimeSpan Percentile(double share) => Latencies[(int)(share * (Latencies.Length - 1))];
}
