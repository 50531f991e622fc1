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
        ("Intervals from counts", typeof(IntervalBenchmarks)),
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
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .WithArtifactsPath(artifacts.Path);
        Summary summary = BenchmarkRunner.Run(subject, config);

        report.Title(title);
        report.Table("what", "with", "mean", "error", "× the baseline", "allocated B");
        foreach (BenchmarkReport benchmark in summary.Reports.Where(item => item.Success))
        {
            Show(benchmark, summary, report);
        }
    }

    private static void Show(BenchmarkReport benchmark, Summary summary, Report report)
    {
        BenchmarkCase subject = benchmark.BenchmarkCase;
        double mean = benchmark.ResultStatistics!.Mean;
        report.Row(
            subject.Descriptor.WorkloadMethod.Name,
            string.Join(", ", subject.Parameters.Items.Select(item => $"{item.Name} {Figures.Parameter(item.Value)}")),
            Figures.Duration(mean),
            Figures.Duration(benchmark.ResultStatistics.StandardError),
            Baseline(subject, summary) is { } baseline ? Figures.Ratio(mean / baseline) : "",
            Figures.Count(benchmark.GcStats.GetBytesAllocatedPerOperation(subject) ?? 0)
        );
    }

    private static double? Baseline(BenchmarkCase subject, Summary summary) =>
        summary
            .Reports.FirstOrDefault(other =>
                other.Success
                && other.BenchmarkCase.Descriptor.Baseline
                && other.BenchmarkCase.Parameters.ValueInfo == subject.Parameters.ValueInfo
            )
            ?.ResultStatistics!.Mean;
}
