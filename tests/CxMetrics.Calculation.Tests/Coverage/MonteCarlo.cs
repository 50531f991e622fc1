namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>How far two simulations of the same thing may be apart: four standard errors of their difference.</summary>
/// <remarks>
/// Some hundred figures are compared, of which one in 16,000 would be further apart by chance. The seeds are fixed, so that a figure that
/// agrees once agrees for ever.
/// </remarks>
internal static class MonteCarlo
{
    private const double StandardErrors = 4;

    // The reference is rounded to four digits.
    private const double Rounding = 0.00005;

    /// <summary>For the coverages of two runs of so many samples.</summary>
    public static double Tolerance(double coverage, int samples, int referenceSamples)
    {
        // A coverage of 1 in one run does not make the other certain.
        double missed = Math.Max(1 - coverage, 1.0 / Math.Min(samples, referenceSamples));
        return (StandardErrors * Math.Sqrt((1 - missed) * missed * ((1.0 / samples) + (1.0 / referenceSamples))))
            + Rounding;
    }

    public static void ShouldAgree(SimulatedCoverage result, double coverage, int referenceSamples, string what) =>
        result.Coverage.Should().BeApproximately(coverage, Tolerance(coverage, result.Samples, referenceSamples), what);

    /// <summary>Compares the mean widths: the standard error of both means is that of ours, for the number of their samples.</summary>
    public static void ShouldAgreeInMeanWidth(SimulatedCoverage result, double mean, int referenceSamples, string what)
    {
        double variance = result.WidthVariance * ((1.0 / result.Samples) + (1.0 / referenceSamples));
        result.MeanWidth.Should().BeApproximately(mean, (StandardErrors * Math.Sqrt(variance)) + Rounding, what);
    }

    /// <summary>Compares the median widths: the reference has to lie among our widths close enough to the middle.</summary>
    public static void ShouldAgreeInMedianWidth(
        SimulatedCoverage result,
        double median,
        int referenceSamples,
        string what
    )
    {
        double distance = StandardErrors * 0.5 * Math.Sqrt((1.0 / result.Samples) + (1.0 / referenceSamples));
        median
            .Should()
            .BeInRange(result.WidthAt(0.5 - distance) - Rounding, result.WidthAt(0.5 + distance) + Rounding, what);
    }
}
