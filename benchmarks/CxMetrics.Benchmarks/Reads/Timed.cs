using System.Diagnostics;
using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>Measures one reader with one question.</summary>
internal static class Timed
{
    private const int MostReads = 500;

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(1);

    /// <summary>The median of as many reads as fit into a second, at least one.</summary>
    public static async Task<TimeSpan> MedianAsync(
        IReader reader,
        ReadQuestion question,
        CancellationToken cancellationToken
    )
    {
        var times = new List<double>();
        long start = Stopwatch.GetTimestamp();
        do
        {
            long before = Stopwatch.GetTimestamp();
            await reader.ReadAsync(question, cancellationToken);
            times.Add(Stopwatch.GetElapsedTime(before).TotalMilliseconds);
        } while (times.Count < MostReads && Stopwatch.GetElapsedTime(start) < LongEnough);

        return TimeSpan.FromMilliseconds(Figures.Median(times));
    }
}
