using System.Globalization;
using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Reads;

/// <summary>The results of the reads, as tables of the report.</summary>
internal static class ReadTables
{
    private const double GrowthTarget = 2;
    private const double DuckDbTarget = 5;
    private const int TargetResponses = 10_000_000;

    public static void ShowSize(Report report, IReadOnlyList<ReadResult> results)
    {
        report.Table(
            "question",
            "in process ms",
            "over HTTP ms",
            "GROUP BY ms",
            "ratio in process",
            "ratio over HTTP",
            "target"
        );
        foreach (ReadResult result in results)
        {
            report.Row(
                result.Question.Name,
                Milliseconds(result.MedianInProcess),
                Milliseconds(result.MedianOverHttp),
                Milliseconds(result.MedianGroupBy),
                Figures.Count(ReadResult.Ratio(result.GroupBy, result.InProcess)),
                Figures.Count(ReadResult.Ratio(result.GroupBy, result.OverHttp)),
                // Small tables are grouped fast: the promise is about large ones.
                result.Responses < TargetResponses
                    ? ""
                    : $"≥ {Figures.Count(result.Question.GroupByTarget)}"
            );
        }
    }

    /// <summary>Every size against the smallest.</summary>
    public static void ShowGrowth(Report report, IReadOnlyList<ReadResult> results)
    {
        int smallest = results.Min(result => result.Responses);
        report.Title($"The same against its own time at {smallest:N0} responses");
        report.Table("question", "responses", "× in process", "× over HTTP", "target");
        foreach (ReadResult result in results.Where(result => result.Responses > smallest))
        {
            ReadResult start = results.First(other => other.Responses == smallest && other.Question == result.Question);
            report.Row(
                result.Question.Name,
                Figures.Count(result.Responses),
                Figures.Ratio(result.MedianInProcess / start.MedianInProcess),
                Figures.Ratio(result.MedianOverHttp / start.MedianOverHttp),
                $"≤ {Figures.Ratio(GrowthTarget)}"
            );
        }
    }

    public static void ShowDuckDb(Report report, IReadOnlyList<ReadResult> results)
    {
        if (results.All(result => result.Responses != TargetResponses))
        {
            return;
        }

        report.Title(
            $"{TargetResponses:N0} responses against DuckDB (its time measured once, on two cores of another machine)"
        );
        report.Table("question", "in process ms", "DuckDB ms", "ratio", "target");
        foreach (ReadResult result in results.Where(result => result.Responses == TargetResponses))
        {
            report.Row(
                result.Question.Name,
                Milliseconds(result.MedianInProcess),
                Milliseconds(result.Question.DuckDb),
                Figures.Ratio(result.Question.DuckDb / result.MedianInProcess),
                $"≥ {Figures.Count(DuckDbTarget)}"
            );
        }
    }

    public static void ShowStarts(Report report, IReadOnlyList<StartResult> starts)
    {
        report.Title("Starting on an existing database");
        report.Table("responses", "ready after ms", "first read ms", "idle MB", "after reads MB", "target");
        foreach (StartResult start in starts)
        {
            report.Row(
                Figures.Count(start.Responses),
                Figures.Count(start.Ready.TotalMilliseconds),
                Figures.Count(start.FirstRead.TotalMilliseconds),
                Megabytes(start.IdleMemory),
                Megabytes(start.MemoryAfterReads),
                "≤ 1,000 ms, < 150 MB idle"
            );
        }
    }

    private static string Milliseconds(TimeSpan time) =>
        time.TotalMilliseconds.ToString("N2", CultureInfo.InvariantCulture);

    private static string Megabytes(double bytes) => Figures.Count(bytes / 1_000_000);
}
