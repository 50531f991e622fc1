namespace CxMetrics.Calculation.Drivers;

/// <summary>Pearson's product-moment correlation r: how close pairs come to a straight line.</summary>
/// <remarks>
/// r = Σ(x − x̄)(y − ȳ)/√(Σ(x − x̄)² Σ(y − ȳ)²), t = r √((n − 2)/(1 − r²)) with n − 2 degrees of freedom (Student 1908, Biometrika 6,
/// 302-310), interval <see cref="CorrelationInterval.Fisher"/>. Both columns are centred twice and scaled first, so that neither an offset
/// of 1e9 nor magnitudes of 1e±300 cost digits, and 1 − |r| is computed on its own, so that t and p keep theirs where r is nearly ±1.
/// </remarks>
public static class PearsonCorrelation
{
    /// <summary>The correlation of pairs.</summary>
    /// <param name="first">The first number of each pair, finite.</param>
    /// <param name="second">The second number of each pair, finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// All null for fewer than 2 pairs or a constant column. For 2 pairs ±1 without a test; for 3 no interval. Pairs on a straight line, to
    /// the last digit of r, give ±1 exactly, no t, p = 0 and no interval.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many first as second numbers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the level is not strictly between 0 and 1.</exception>
    public static Correlation FromPairs(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        double level = ConfidenceLevel.Default
    )
    {
        Correlation.ThrowIfInvalid(first, second, level);
        int pairs = first.Length;
        return Alignment.Of(first, second) is { } alignment
            ? Correlation.FromStudentT(
                alignment,
                pairs,
                CorrelationInterval.FisherError(pairs),
                level,
                IntervalMethodNames.FisherZ
            )
            : Correlation.Undefined(pairs);
    }
}
