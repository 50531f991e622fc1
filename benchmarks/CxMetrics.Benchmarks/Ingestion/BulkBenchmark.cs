using System.Diagnostics;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>A stream of JSON lines over HTTP against the same rows inserted by prepared statements, and the memory it takes.</summary>
internal static class BulkBenchmark
{
    private const double Target = 0.7;
    private const int WarmUpRows = 50_000;

    private static readonly int[] MemoryLines = [100_000, 1_000_000, 5_000_000];

    public static async Task RunAsync(BenchmarkSettings settings, Report report, CancellationToken cancellationToken)
    {
        report.Title($"Bulk NDJSON, {settings.Rows:N0} rows, {settings.Databases.Name}");
        report.Table("round", "service rows/s", "prepared rows/s", "ratio", "server CPU µs/row", "client CPU µs/row");
        var ratios = new Dictionary<RowOrder, List<double>>();
        foreach (RowOrder order in Enum.GetValues<RowOrder>())
        {
            ratios[order] = [];
            for (int round = 1; round <= settings.Rounds; round++)
            {
                ratios[order].Add(await RunPairAsync(order, round, settings, report, cancellationToken));
            }
        }

        report.Line($"");
        report.Table("order of rows", "ratio, median", "target");
        foreach ((RowOrder order, List<double> values) in ratios)
        {
            report.Row(Name(order), Figures.Ratio(Figures.Median(values)), $"≥ {Figures.Ratio(Target)}");
        }

        await BulkStages.RunAsync(settings, report, cancellationToken);
        await MeasureMemoryAsync(settings, report, cancellationToken);
    }

    /// <summary>How the report calls an order.</summary>
    public static string Name(RowOrder order) =>
        order switch
        {
            RowOrder.ByTime => "oldest first",
            RowOrder.Shuffled => "any day after any other",
        };

    private static async Task<double> RunPairAsync(
        RowOrder order,
        int round,
        BenchmarkSettings settings,
        Report report,
        CancellationToken cancellationToken
    )
    {
        var responses = new GeneratedResponses(order, WarmUpRows + settings.Rows);
        await using IBenchmarkDatabase served = settings.Databases.Open("served");
        BulkResult service = await PostAsync(served, responses, cancellationToken);
        await using IBenchmarkDatabase inserted = settings.Databases.Open("inserted");
        await ServerProcess.MigrateAsync(inserted, cancellationToken);
        TimeSpan prepared = Insert(inserted, responses);
        if (served.Summarise() != inserted.Summarise())
        {
            throw new InvalidOperationException("The two databases do not hold the same facts.");
        }

        double ratio = prepared / service.Elapsed;
        report.Row(
            $"{Name(order)} {round}",
            Figures.Count(settings.Rows / service.Elapsed.TotalSeconds),
            Figures.Count(settings.Rows / prepared.TotalSeconds),
            Figures.Ratio(ratio),
            Figures.MicrosecondsEach(service.ServerTime, settings.Rows),
            Figures.MicrosecondsEach(service.ClientTime, settings.Rows)
        );
        return ratio;
    }

    private static async Task<BulkResult> PostAsync(
        IBenchmarkDatabase database,
        GeneratedResponses responses,
        CancellationToken cancellationToken
    )
    {
        await using ServerProcess service = await ServerProcess.StartServiceAsync(database, cancellationToken);
        using HttpClient client = BulkPosts.CreateClient(service);
        await PostAsync(client, responses, ..WarmUpRows, cancellationToken);
        TimeSpan serverBefore = service.ProcessorTime;
        TimeSpan clientBefore = Environment.CpuUsage.TotalTime;
        long start = Stopwatch.GetTimestamp();
        await PostAsync(client, responses, WarmUpRows.., cancellationToken);
        return new BulkResult(
            Stopwatch.GetElapsedTime(start),
            service.ProcessorTime - serverBefore,
            Environment.CpuUsage.TotalTime - clientBefore
        );
    }

    private static async Task PostAsync(
        HttpClient client,
        GeneratedResponses responses,
        Range range,
        CancellationToken cancellationToken
    )
    {
        int expected = range.GetOffsetAndLength(responses.Count).Length;
        int stored = (await BulkPosts.SendAsync(client, responses, range, cancellationToken)).Stored;
        if (stored != expected)
        {
            throw new InvalidOperationException($"Of {expected} rows {stored} were stored.");
        }
    }

    private static TimeSpan Insert(IBenchmarkDatabase database, GeneratedResponses responses)
    {
        using IRawInserts inserts = database.OpenInserts();
        inserts.Insert(responses, ..WarmUpRows);
        long start = Stopwatch.GetTimestamp();
        inserts.Insert(responses, WarmUpRows..);
        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task MeasureMemoryAsync(
        BenchmarkSettings settings,
        Report report,
        CancellationToken cancellationToken
    )
    {
        report.Title("Memory of the service while it reads one body");
        report.Table("lines", "peak MB", "seconds");
        foreach (int lines in MemoryLines.Where(lines => settings.IsLong || lines <= 1_000_000))
        {
            await using IBenchmarkDatabase database = settings.Databases.Open("memory");
            var responses = new GeneratedResponses(RowOrder.ByTime, lines);
            await using ServerProcess service = await ServerProcess.StartServiceAsync(database, cancellationToken);
            using HttpClient client = BulkPosts.CreateClient(service);
            long start = Stopwatch.GetTimestamp();
            await PostAsync(client, responses, .., cancellationToken);
            TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
            report.Row(
                Figures.Count(lines),
                Figures.Count(service.PeakMemory / 1_000_000.0),
                Figures.Count(elapsed.TotalSeconds)
            );
        }
    }
}
