using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Single durable posts against a bare endpoint that parses the same and stores nothing.</summary>
internal static class SinglePostBenchmark
{
    private const double Target = 0.5;

    public static async Task RunAsync(BenchmarkSettings settings, Report report, CancellationToken cancellationToken)
    {
        report.Title($"Single durable posts, {settings.Connections} connections, {settings.Databases.Name}");
        await using IBenchmarkDatabase database = settings.Databases.Open("single");
        long acknowledged;
        await using (ServerProcess service = await ServerProcess.StartServiceAsync(database, cancellationToken))
        await using (ServerProcess bare = await ServerProcess.StartBareEndpointAsync(cancellationToken))
        {
            acknowledged = Measure(settings, report, service, bare);
        }

        long stored = database.CountResponses();
        report.Line($"");
        report.Line($"Acknowledged {acknowledged:N0}, found after the process was killed {stored:N0}.");
        if (stored != acknowledged)
        {
            throw new InvalidOperationException("What was acknowledged is not what is stored.");
        }
    }

    private static long Measure(BenchmarkSettings settings, Report report, ServerProcess service, ServerProcess bare)
    {
        var requests = new SinglePosts();
        using var serviceClient = new LoadClient(service.Address, settings.Connections, requests);
        using var bareClient = new LoadClient(bare.Address, settings.Connections, requests);
        // One round that does not count: the compiler is still at work, and the customers are new.
        long acknowledged = serviceClient.Run(TimeSpan.FromSeconds(settings.Seconds)).Acknowledged;
        bareClient.Run(TimeSpan.FromSeconds(settings.Seconds));

        report.Table(
            "round",
            "requests/s",
            "p50 ms",
            "p99 ms",
            "server CPU µs",
            "client CPU µs",
            "cores busy",
            "failed"
        );
        var services = new List<LoadResult>();
        var bares = new List<LoadResult>();
        for (int round = 1; round <= settings.Rounds; round++)
        {
            services.Add(RunOnce($"service {round}", service, serviceClient, settings, report));
            bares.Add(RunOnce($"bare {round}", bare, bareClient, settings, report));
        }

        report.Line($"");
        report.Table("", "service", "bare", "ratio", "target");
        double[] ratios = [.. services.Zip(bares, (ours, theirs) => ours.RequestsPerSecond / theirs.RequestsPerSecond)];
        report.Row(
            "requests/s, median",
            Figures.Count(Figures.Median(services.Select(result => result.RequestsPerSecond))),
            Figures.Count(Figures.Median(bares.Select(result => result.RequestsPerSecond))),
            $"{Figures.Ratio(Figures.Median(ratios))} ({string.Join(", ", ratios.Select(Figures.Ratio))})",
            $"≥ {Figures.Ratio(Target)}"
        );
        return acknowledged + services.Sum(result => result.Acknowledged);
    }

    private static LoadResult RunOnce(
        string name,
        ServerProcess server,
        LoadClient client,
        BenchmarkSettings settings,
        Report report
    )
    {
        TimeSpan before = server.ProcessorTime;
        LoadResult result = client.Run(TimeSpan.FromSeconds(settings.Seconds));
        TimeSpan serverTime = server.ProcessorTime - before;
        report.Row(
            name,
            Figures.Count(result.RequestsPerSecond),
            Figures.Milliseconds(result.Percentile(0.5)),
            Figures.Milliseconds(result.Percentile(0.99)),
            Figures.MicrosecondsEach(serverTime, result.Requests),
            Figures.MicrosecondsEach(result.ClientTime, result.Requests),
            Figures.Ratio((serverTime + result.ClientTime) / result.Elapsed),
            Figures.Count(result.Failed)
        );
        return result;
    }
}
