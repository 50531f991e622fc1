using System.Globalization;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Survival;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Median times and restricted means of durations that are exponential.</summary>
internal static class SurvivalTimeCoverage
{
    private const int Samples = 20_000;
    private static readonly int[] Sizes = [10, 20, 50, 200];

    public static CoverageStudy Medians { get; } =
        CoverageStudy.Simulated(
            "median time",
            ["subjects", "censored"],
            ["**log-log**", "log", "plain"],
            from n in Sizes
            from censored in new[] { 0.0, 0.3, 0.6 }
            select OfMedian(n, censored)
        );

    public static CoverageStudy RestrictedMeans { get; } =
        CoverageStudy.Simulated(
            "restricted mean",
            ["subjects", "S at the horizon"],
            ["**Wald**"],
            from n in Sizes
            from share in new[] { 0.9, 0.7, 0.3 }
            select OfRestrictedMean(n, share)
        );

    public static CoverageStudy RestrictedMeanDifferences { get; } =
        CoverageStudy.Simulated(
            "difference of restricted means",
            ["subjects in each", "S at the horizon"],
            ["**Wald**"],
            from n in Sizes
            from shares in new[] { (0.9, 0.9), (0.7, 0.8), (0.3, 0.3) }
            select OfDifference(n, shares.Item1, shares.Item2)
        );

    private static SimulatedSetting OfMedian(int n, double censored) =>
        new(
            [$"{n}", string.Create(CultureInfo.InvariantCulture, $"{censored:0.0}")],
            Samples,
            Math.Log(2),
            (random, limits) =>
            {
                // Two exponential times race; the rate of the one that censors gives it its share of the wins.
                SurvivalCurve curve = Curve(random, n, 1, censored / (1 - censored));
                SurvivalIntervalMethod[] methods =
                [
                    SurvivalIntervalMethod.LogLog,
                    SurvivalIntervalMethod.Log,
                    SurvivalIntervalMethod.Plain,
                ];
                for (int method = 0; method < methods.Length; method++)
                {
                    SurvivalQuantile median = curve.Median(method: methods[method]);
                    limits[method] = new IntervalLimits(median.Lower ?? 0, median.Upper ?? double.PositiveInfinity);
                }
            }
        );

    private static SimulatedSetting OfRestrictedMean(int n, double share) =>
        new(
            [$"{n}", string.Create(CultureInfo.InvariantCulture, $"{share:0.0}")],
            Samples,
            MeanUpToOne(share),
            (random, limits) => limits[0] = RestrictedMean.FromCurve(CurveToOne(random, n, share), 1).Limits()
        );

    private static SimulatedSetting OfDifference(int n, double first, double second) =>
        new(
            [$"{n}", string.Create(CultureInfo.InvariantCulture, $"{first:0.0} and {second:0.0}")],
            Samples,
            MeanUpToOne(second) - MeanUpToOne(first),
            (random, limits) =>
                limits[0] = RestrictedMean
                    .Difference(CurveToOne(random, n, first), CurveToOne(random, n, second), 1)
                    .Limits()
        );

    private static double MeanUpToOne(double share) => (1 - share) / -Math.Log(share);

    // A fifth of the customers came late and were observed for less than the horizon.
    private static SurvivalCurve CurveToOne(Random random, int n, double share)
    {
        double[] times = new double[n];
        bool[] events = new bool[n];
        for (int subject = 0; subject < n; subject++)
        {
            double end = random.NextDouble() < 0.2 ? random.NextDouble() : 1.5;
            double leaving = Exponential.Sample(random, -Math.Log(share));
            times[subject] = Math.Min(leaving, end);
            events[subject] = leaving <= end;
        }

        return SurvivalCurve.FromTimes(times, events);
    }

    private static SurvivalCurve Curve(Random random, int n, double rate, double censoringRate)
    {
        double[] times = new double[n];
        bool[] events = new bool[n];
        for (int subject = 0; subject < n; subject++)
        {
            double leaving = Exponential.Sample(random, rate);
            double end = censoringRate > 0 ? Exponential.Sample(random, censoringRate) : double.MaxValue;
            times[subject] = Math.Min(leaving, end);
            events[subject] = leaving <= end;
        }

        return SurvivalCurve.FromTimes(times, events);
    }
}
