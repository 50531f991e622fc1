using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>Draws samples on all processors, with the same result on any number of them.</summary>
internal static class Simulation
{
    public static IReadOnlyList<SimulatedCoverage> Run(
        long seed,
        int samples,
        int methods,
        double truth,
        SampleIntervals draw
    )
    {
        var limits = new IntervalLimits?[samples * methods];
        Parallel.For(
            0,
            samples,
            sample => draw(new RandomStreamSource(seed, sample), limits.AsSpan(sample * methods, methods))
        );
        return
        [
            .. Enumerable
                .Range(0, methods)
                .Select(method =>
                    SimulatedCoverage.Of([.. limits.Where((_, index) => index % methods == method)], truth)
                ),
        ];
    }

    /// <summary>A seed made of a text: the 64-bit hash of Fowler, Noll and Vo (FNV-1a).</summary>
    public static long SeedOf(string text)
    {
        ulong hash = 14_695_981_039_346_656_037;
        foreach (char letter in text)
        {
            hash = unchecked((hash ^ letter) * 1_099_511_628_211);
        }

        return unchecked((long)hash);
    }
}
