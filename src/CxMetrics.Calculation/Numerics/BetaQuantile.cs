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
        return RootSeries.Reaches(Math.Min(a, b), deviations)
            ? Mode(a, b) - UpperDistance(b, a, tail, deviations)
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
        return RootSeries.Reaches(Math.Min(a, b), deviations)
            ? Mode(a, b) + UpperDistance(a, b, tail, deviations)
            : Quantile(a, b, tail, deviations);
    }

    private static double Mode(double a, double b) => (a - 1) / (a + b - 2);

    /// <summary>How far above the mode a point lies that has a probability above it.</summary>
    private static double UpperDistance(double shape, double other, double probability, double deviations)
    {
        double n = shape + other - 2;
        double sigma = Math.Sqrt((shape - 1) / n * ((other - 1) / n) / n);
        return sigma * RootSeries.UpperDistance(RootFamily.Beta(shape, other), probability, deviations);
    }

    private static double Quantile(double a, double b, double tail, double deviations)
    {
        double start = LogOddsCumulants.Of(a, b).Quantile(deviations);
        double logOdds = BetaDistribution.LogOddsQuantile(a, b, tail, upperTail: deviations > 0, start);
        return 1 / (1 + Math.Exp(-logOdds));
    }
}
