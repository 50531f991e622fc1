using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using CxMetrics.Benchmarks.Load;

namespace CxMetrics.Benchmarks.Reports;

/// <summary>What the numbers were measured on.</summary>
internal static class Machine
{
    private const int Syncs = 101;

    public static string Describe() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor()}, {Environment.ProcessorCount} cores, {OperatingSystemName()}, {RuntimeInformation.FrameworkDescription}"
        );

    /// <summary>What one durable write costs here: durable posts can be no faster than the disk lets them.</summary>
    public static TimeSpan MeasureSync()
    {
        using var folder = new TemporaryFolder();
        using var file = new FileStream(folder.File("sync"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 0);
        byte[] page = new byte[4096];
        var times = new TimeSpan[Syncs];
        for (int index = 0; index < Syncs; index++)
        {
            long start = Stopwatch.GetTimestamp();
            file.Write(page);
            file.Flush(flushToDisk: true);
            times[index] = Stopwatch.GetElapsedTime(start);
        }

        Array.Sort(times);
        return times[Syncs / 2];
    }

    private static string Processor() => Find("/proc/cpuinfo", "model name", ':') ?? "unknown processor";

    private static string OperatingSystemName() =>
        Find("/etc/os-release", "PRETTY_NAME", '=')?.Trim('"') ?? RuntimeInformation.OSDescription;

    private static string? Find(string path, string name, char separator)
    {
        if (!File.Exists(path))
        {
            return null;
        }

        string? line = File.ReadLines(path).FirstOrDefault(line => line.StartsWith(name, StringComparison.Ordinal));
        return line?[(line.IndexOf(separator, StringComparison.Ordinal) + 1)..].Trim();
    }
}
