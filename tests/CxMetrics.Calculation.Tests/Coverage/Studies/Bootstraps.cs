using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The two bootstrap intervals that are compared.</summary>
internal static class Bootstraps
{
    public const int Resamples = 999;

    public static IReadOnlyList<string> Names { get; } = ["BCa", "percentile"];

    public static void Fill(Span<IntervalLimits?> limits, BootstrapDistribution resamples)
    {
        limits[0] = Limits(resamples, BootstrapIntervalMethod.BiasCorrectedAccelerated);
        limits[1] = Limits(resamples, BootstrapIntervalMethod.Percentile);
    }

    public static IntervalLimits? Limits(BootstrapDistribution resamples, BootstrapIntervalMethod method) =>
        resamples.ToEstimate(method: method).Limits();
}
