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

    /// <summary>A time in nanoseconds, in the unit that leaves one to three digits before the point.</summary>
    public static string Duration(double nanoseconds)
    {
        (double value, string unit) = nanoseconds switch
        {
            < 1e3 => (nanoseconds, "ns"),
            < 1e6 => (nanoseconds / 1e3, "µs"),
            < 1e9 => (nanoseconds / 1e6, "ms"),
            _ => (nanoseconds / 1e9, "s"),
        };
        return value.ToString(value < 10 ? "0.00" : "0.0", CultureInfo.InvariantCulture) + " " + unit;
    }

    /// <summary>The value of a parameter, large numbers in groups of three digits.</summary>
    public static string Parameter(object? value) =>
        value is int number ? Count(number) : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";

    /// <summary>Processor time of something that happened so many times, in microseconds for each.</summary>
    public static string MicrosecondsEach(TimeSpan total, long times) =>
        (total.TotalMicroseconds / times).ToString("0.0", CultureInfo.InvariantCulture);
}
