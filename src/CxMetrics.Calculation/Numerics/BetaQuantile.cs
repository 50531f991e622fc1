namespace CxMetrics.Calculation.Numerics;

/// <summary>The limits that leave half of 1 − level of a beta distribution outside, one on each side.</summary>
internal static class BetaQuantile
{
    /// <summary>The point with (1 − level)/2 below it.</summary>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <param name="level">The two-sided level.</param>
    public static double Lower(double a, double b, double level)
    {
        double tail = (1 - level) / 2;
        double deviations = StandardNormal.TwoSidedQuantile(level);
        return BetaRootSeries.Reaches(a, b, deviations)
            ? BetaRootSeries.UpperQuantile(b, a, tail, deviations).Complement
            : Quantile(a, b, tail, -deviations);
    }

    /// <summary>The point with (1 − level)/2 above it.</summary>
    /// <param name="a">The first shape, above 0.</param>
    /// <param name="b">The second shape, above 0.</param>
    /// <param name="level">The two-sided level.</param>
    public static double Upper(double a, double b, double level)
    {
        double tail = (1 - level) / 2;
        double deviations = StandardNormal.TwoSidedQuantile(level);
        return BetaRootSeries.Reaches(a, b, deviations)
            ? BetaRootSeries.UpperQuantile(a, b, tail, deviations).Point
            : Quantile(a, b, tail, deviations);
    }

    private static double Quantile(double a, double b, double tail, double deviations)
    {
        double start = LogOddsCumulants.Of(a, b).Quantile(deviations);
        double logOdds = BetaDistribution.LogOddsQuantile(a, b, tail, upperTail: deviations > 0, start);
        return 1 / (1 + Math.Exp(-logOdds));
    }
}
