using System.Globalization;
using CxMetrics.Calculation.Monitoring;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The ratio of a period's rate to that of a baseline of twelve periods, where the rate has doubled.</summary>
internal static class SurgeCoverage
{
    private const int Samples = 10_000;
    private const int Periods = 12;
    private const int Trials = 200;
    private const double Ratio = 2;

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "ratio of a surge",
            ["expected by the baseline"],
            [
                "**counts, one baseline**",
                "**counts, baseline periods**",
                "**counts three times as dispersed**",
                "**known expectation**",
                "**shares**",
            ],
            from expected in new[] { 2, 10, 40 }
            select OfExpected(expected)
        );

    private static SimulatedSetting OfExpected(int expected) =>
        new(
            [expected.ToString(CultureInfo.InvariantCulture)],
            Samples,
            Ratio,
            (random, limits) =>
            {
                double[] exposures = [.. Enumerable.Repeat(1.0, Periods)];
                long[] baseline = Baseline(() => Poisson.Sample(random, expected));
                long count = Poisson.Sample(random, Ratio * expected);
                limits[0] = CountSurge.FromBaseline(count, 1, baseline.Sum(), Periods).Ratio.Limits();
                limits[1] = CountSurge.FromBaselinePeriods(count, 1, baseline, exposures).Ratio.Limits();

                // A gamma mean with this shape makes the variance of the counts three times their mean.
                long[] dispersed = Baseline(() => Poisson.Sample(random, Gamma.Sample(random, expected / 2.0, 0.5)));
                long high = Poisson.Sample(random, Gamma.Sample(random, Ratio * expected / 2, 0.5));
                limits[2] = CountSurge.FromBaselinePeriods(high, 1, dispersed, exposures).Ratio.Limits();
                limits[3] = CountSurge.FromExpected(count, expected).Ratio.Limits();

                double share = (double)expected / Trials;
                limits[4] = ShareSurge
                    .FromCounts(
                        Draws.Successes(random, Trials, Ratio * share),
                        Trials,
                        Draws.Successes(random, Periods * Trials, share),
                        Periods * Trials
                    )
                    .Ratio.Limits();
            }
        );

    private static long[] Baseline(Func<long> draw)
    {
        long[] counts = new long[Periods];
        for (int period = 0; period < Periods; period++)
        {
            counts[period] = draw();
        }

        return counts;
    }
}
