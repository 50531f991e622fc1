using System.Globalization;
using System.Reflection;
using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>Runs the benchmarks of the calculation library and brings their figures into the report.</summary>
internal static class CalculationBenchmark
{
    private static readonly (string Title, Type Subject)[] Subjects =
    [
        ("Scores into counts: 10 M", typeof(ScoreCountingBenchmarks)),
        ("Intervals from counts", typeof(IntervalBenchmarks)),
        ("Differences from counts", typeof(ComparisonBenchmarks)),
        ("Survival curves", typeof(KaplanMeierBenchmarks)),
        ("Purchases: the CDNOW sample (2,357 customers), 1 and 424 times", typeof(LifetimeValueBenchmarks)),
        ("Net revenue retention, 2,000 resamples", typeof(RevenueBootstrapBenchmarks)),
        ("Tickets: 1 M events of 200,000", typeof(TicketBenchmarks)),
    ];

    public static Task RunAsync(BenchmarkSettings settings, Report report, CancellationToken cancellationToken)
    {
        foreach ((string title, Type subject) in Subjects)
        {
            cancellationToken.ThrowIfCancellationRequested();
            Measure(title, subject, report);
        }

        return Task.CompletedTask;
    }

    private static void Measure(string title, Type subject, Report report)
    {
        using var artifacts = new TemporaryFolder();
        // In this process: a generated project would inherit this repository's build settings and fail on its analyzers.
        IConfig config = ManualConfig
            .CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .WithArtifactsPath(artifacts.Path);
        Summary summary = BenchmarkRunner.Run(subject, config);

        report.Title(title);
        report.Table("what", "with", "mean", "error", "× the baseline", "GB/s", "allocated B");
        foreach (BenchmarkReport benchmark in summary.Reports)
        {
            Show(benchmark, summary, report);
        }
    }

    private static void Show(BenchmarkReport benchmark, Summary summary, Report report)
    {
        BenchmarkCase subject = benchmark.BenchmarkCase;
        string name = subject.Descriptor.WorkloadMethod.Name;
        string with = string.Join(
            ", ",
            subject.Parameters.Items.Select(item => $"{item.Name} {Figures.Parameter(item.Value)}")
        );
        if (benchmark.ResultStatistics is not { } statistics)
        {
            report.Row(name, with, "failed", "", "", "", "");
            return;
        }

        report.Row(
            name,
            with,
            Figures.Duration(statistics.Mean),
            Figures.Duration(statistics.StandardError),
            Baseline(subject, summary) is { } baseline ? Figures.Ratio(statistics.Mean / baseline) : "",
            Throughput(subject, statistics.Mean),
            Figures.Count(benchmark.GcStats.GetBytesAllocatedPerOperation(subject) ?? 0)
        );
    }

    private static string Throughput(BenchmarkCase subject, double nanoseconds) =>
        subject.Descriptor.WorkloadMethod.GetCustomAttribute<BytesReadAttribute>() is { } read
            ? (read.Bytes / nanoseconds).ToString("0.0", CultureInfo.InvariantCulture)
            : "";

    private static double? Baseline(BenchmarkCase subject, Summary summary) =>
        summary
            .Reports.FirstOrDefault(other =>
                other.BenchmarkCase.Descriptor.Baseline
                && other.BenchmarkCase.Parameters.ValueInfo == subject.Parameters.ValueInfo
            )
            ?.ResultStatistics?.Mean;
}
