using System.Buffers;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Spearman's rank correlation ρ: how close pairs come to moving in the same order, on a line or not.</summary>
/// <remarks>
/// Pearson's r of the ranks, tied values sharing the mean of their ranks (Spearman 1904, American Journal of Psychology 15, 72-101). p from
/// t = ρ √((n − 2)/(1 − ρ²)) with n − 2 degrees of freedom; up to 9 pairs without ties also exact, from all n! orders. Interval:
/// <see cref="CorrelationInterval.BonettWright"/>.
/// </remarks>
public static class SpearmanCorrelation
{
    /// <summary>The rank correlation of pairs.</summary>
    /// <param name="first">The first number of each pair, finite.</param>
    /// <param name="second">The second number of each pair, finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// As <see cref="PearsonCorrelation.FromPairs"/>, with <see cref="Correlation.ExactPValue"/> for 2 to 9 pairs without ties.
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
        double[] buffer = ArrayPool<double>.Shared.Rent(2 * pairs);
        Span<double> firstRanks = buffer.AsSpan(0, pairs);
        Span<double> secondRanks = buffer.AsSpan(pairs, pairs);
        bool firstHasTies = MidRanks.Fill(first, firstRanks);
        bool secondHasTies = MidRanks.Fill(second, secondRanks);
        Correlation correlation = OfRanks(firstRanks, secondRanks, firstHasTies || secondHasTies, level);
        ArrayPool<double>.Shared.Return(buffer);
        return correlation;
    }

    private static Correlation OfRanks(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        bool hasTies,
        double level
    )
    {
        int pairs = first.Length;
        if (Alignment.Of(first, second) is not { } alignment)
        {
            return Correlation.Undefined(pairs);
        }

        Correlation correlation = Correlation.FromStudentT(
            alignment,
            pairs,
            CorrelationInterval.BonettWrightError(alignment.Coefficient, pairs),
            level,
            IntervalMethodNames.BonettWright
        );
        return hasTies || pairs > SpearmanDistribution.MostPairs
            ? correlation
            : correlation with
            {
                ExactPValue = SpearmanDistribution.TwoSidedPValue(first, second),
            };
    }
}
