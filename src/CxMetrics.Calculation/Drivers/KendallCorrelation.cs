using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Drivers;

/// <summary>
/// Kendall's rank correlation τ-b: of the pairs of points that can be ordered both ways, the share in the same order minus the share in
/// opposite order.
/// </summary>
/// <remarks>
/// τ-b = S/√((N − T)(N − U)) with S concordant minus discordant pairs, N = n(n − 1)/2, and T and U pairs tied in the first and second
/// column (Kendall 1945, Biometrika 33, 239-251). p from the normal distribution of S/√variance, ties corrected, without continuity
/// correction. Time O(n log n). Interval: <see cref="CorrelationInterval.Kendall"/>.
/// </remarks>
public static class KendallCorrelation
{
    /// <summary>The rank correlation of pairs.</summary>
    /// <param name="first">The first number of each pair, finite.</param>
    /// <param name="second">The second number of each pair, finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// All null for fewer than 2 pairs or a constant column; no interval for fewer than 5. The statistic is z. The p-value is an
    /// approximation that is rough below some 10 pairs.
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
        PairOrder order = PairOrder.Of(first, second);
        if (order.TauB is not { } coefficient)
        {
            return Correlation.Undefined(first.Length);
        }

        double statistic = order.Score / Math.Sqrt(order.ScoreVariance);
        return new Correlation
        {
            Coefficient = Correlation.EstimateOf(
                coefficient,
                1 - Math.Abs(coefficient),
                first.Length,
                CorrelationInterval.KendallError(first.Length),
                level,
                IntervalMethodNames.FiellerHartleyPearson
            ),
            Statistic = statistic,
            PValue = StandardNormal.TwoSidedTail(statistic),
        };
    }
}
