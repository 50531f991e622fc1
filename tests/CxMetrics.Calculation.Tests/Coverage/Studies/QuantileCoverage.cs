using System.Globalization;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Quantiles;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Medians and 90th percentiles by order statistics: binomial sums, the same for every continuous distribution.</summary>
internal static class QuantileCoverage
{
    private const int Samples = 20_000;

    public static CoverageStudy Study { get; } =
        new(
            "quantile",
            ["numbers", "ranks of the median", "**median**", "ranks of the 90th percentile", "**90th percentile**"],
            [.. new[] { 5, 6, 8, 10, 15, 20, 30, 40, 50, 100, 200, 1_000 }.Select(ToRow)]
        );

    /// <summary>Weighted medians, whose limits are an approximation.</summary>
    public static CoverageStudy Weighted { get; } =
        CoverageStudy.Simulated(
            "weighted median",
            ["numbers", "weights"],
            ["**order statistics, Kish**"],
            from scheme in new[] { 1.3, 2.0 }
            from n in new[] { 10, 20, 50, 200 }
            select OfWeighted(n, scheme)
        );

    private static CoverageRow ToRow(int n)
    {
        OrderStatisticRanks median = OrderStatisticRanks.For(n, 0.5);
        OrderStatisticRanks upper = OrderStatisticRanks.For(n, 0.9);
        return new CoverageRow(
            [n.ToString("N0", CultureInfo.InvariantCulture)],
            () => [Ranks(median), Cell(median, n, 0.5), Ranks(upper), Cell(upper, n, 0.9)]
        )
        {
            IsQuick = true,
        };
    }

    private static string Ranks(OrderStatisticRanks ranks) =>
        $"{ranks.Lower?.ToString(CultureInfo.InvariantCulture) ?? "-"} to {ranks.Upper?.ToString(CultureInfo.InvariantCulture) ?? "-"}";

    // The quantile lies between the limits if at least as many numbers are below it as the lower rank, and fewer than the upper.
    private static string Cell(OrderStatisticRanks ranks, int n, double probability)
    {
        if (ranks is { Lower: null, Upper: null })
        {
            return "none";
        }

        double[] below = MultinomialTerms.Binomial(n, probability);
        int lower = (int)(ranks.Lower ?? 0);
        int upper = (int)(ranks.Upper ?? n + 1);
        double coverage = below[lower..upper].Sum();
        coverage.Should().BeApproximately(ranks.Coverage, 1e-9);
        double width = ranks.Upper is null ? double.PositiveInfinity : MeanAt(upper, n) - MeanAt(lower, n);
        return new CoverageFigure(coverage, width).ToString();
    }

    /// <summary>The mean of an order statistic of exponential numbers with mean 1.</summary>
    private static double MeanAt(int rank, int n) => Enumerable.Range(0, rank).Sum(index => 1.0 / (n - index));

    private static SimulatedSetting OfWeighted(int n, double designEffect) =>
        new(
            [$"{n}", string.Create(CultureInfo.InvariantCulture, $"log-normal, design effect {designEffect}")],
            Samples,
            Math.Log(2),
            (random, limits) =>
            {
                double spread = Math.Sqrt(Math.Log(designEffect));
                double[] weights = Draws.Many(n, () => LogNormal.Sample(random, 0, spread));
                QuantileEstimate median = Quantile.FromWeighted(
                    AmountDistribution.Exponential.Sample(random, n),
                    weights
                );
                limits[0] = median is { Lower: null, Upper: null }
                    ? null
                    : new IntervalLimits(median.Lower ?? 0, median.Upper ?? double.PositiveInfinity);
            }
        );
}
