using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reports;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>Runs the micro-benchmarks and brings their figures into the report.</summary>
internal static class CalculationBenchmark
{
    public static Task RunAsync(BenchmarkSettings settings, Report report, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var artifacts = new TemporaryFolder();
        // In this process: a generated project would inherit this repository's build settings and fail on its analyzers.
        IConfig config = ManualConfig
            .CreateEmpty()
            .AddJob(Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance))
            .AddLogger(NullLogger.Instance)
            .AddColumnProvider(BenchmarkDotNet.Columns.DefaultColumnProviders.Instance)
            .WithArtifactsPath(artifacts.Path);
        Summary summary = BenchmarkRunner.Run<IntervalBenchmarks>(config);

        report.Title("Intervals from counts");
        report.Table("what", "answers", "mean ns", "error ns", "allocated B");
        foreach (BenchmarkReport benchmark in summary.Reports)
        {
            BenchmarkCase subject = benchmark.BenchmarkCase;
            report.Row(
                subject.Descriptor.WorkloadMethod.Name,
                Figures.Count(Convert.ToDouble(subject.Parameters["N"], CultureInfo.InvariantCulture)),
                Figures.Count(benchmark.ResultStatistics!.Mean),
                Figures.Count(benchmark.ResultStatistics.StandardError),
                Figures.Count(benchmark.GcStats.GetBytesAllocatedPerOperation(subject) ?? 0)
            );
        }

        return Task.CompletedTask;
    }
}
