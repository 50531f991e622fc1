using System.Globalization;

namespace CxMetrics.Benchmarks.Reports;

/// <summary>Writes measured numbers, and sums them up by their median: one disturbed round must not move the result.</summary>
internal static class Figures
{
    public static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        int middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static string Count(double value) => value.ToString("N0", CultureInfo.InvariantCulture);

    public static string Ratio(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);

    public static string Milliseconds(TimeSpan value) =>
        value.TotalMilliseconds.ToString("0.00", CultureInfo.InvariantCulture);

    /// <summary>Processor time of something that happened so many times, in microseconds for each.</summary>
    public static string MicrosecondsEach(TimeSpan total, long times) =>
        (total.TotalMicroseconds / times).ToString("0.0", CultureInfo.InvariantCulture);
}
