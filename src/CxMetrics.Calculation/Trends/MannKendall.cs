using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Trends;

/// <summary>The Mann-Kendall test for a monotone trend: does the series rise or fall more often than chance would have it?</summary>
/// <remarks>
/// <para>
/// S = Σ sign(tⱼ − tᵢ) sign(yⱼ − yᵢ) over all pairs. Without a trend S has mean 0 and, for values at different positions, the variance
/// (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5))/18, t running over the groups of equal values; for equal positions the two joint terms of
/// Kendall (1975, section 4.4) are added. z = (S − sign S)/√variance, or S/√variance without correction. Only the order of values and
/// positions matters, so that gaps between periods and monotone transforms of the values change nothing.
/// </para>
/// <para>
/// Assumes independent values: overlapping windows and seasons make the p-value too small. O(n log n) by counting the exchanges of a merge
/// sort (Knight 1966). Sources: Mann (1945), Econometrica 13, 245-259; Kendall (1975), Rank Correlation Methods; Knight (1966), JASA 61,
/// 436-439.
/// </para>
/// </remarks>
public static class MannKendall
{
    /// <summary>The test of a series in order of time.</summary>
    /// <param name="values">The values, first period first; finite. Periods without a value may be left out.</param>
    /// <param name="method">How the p-value is found.</param>
    /// <returns>
    /// For fewer than two values, or values that are all equal, S and its variance are 0 and z, p-value and tau null. Two different values
    /// have p = 1: with the correction z is 0.
    /// </returns>
    /// <exception cref="ArgumentException">The exact method was asked for with more than 20 values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, or the method is unknown.</exception>
    public static MannKendallResult FromValues(
        ReadOnlySpan<double> values,
        MannKendallMethod method = MannKendallMethod.ContinuityCorrected
    )
    {
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        ThrowIfInvalid(method);
        return Test(PairOrder.OfSeries(values), values, method);
    }

    /// <summary>The test of values at given positions, in any order and possibly several at one position.</summary>
    /// <param name="positions">When each value was taken, in any unit; finite.</param>
    /// <param name="values">One value per position; finite.</param>
    /// <param name="method">How the p-value is found.</param>
    /// <returns>As <see cref="FromValues"/>; also where all positions are equal.</returns>
    /// <exception cref="ArgumentException">
    /// There are not as many values as positions, or the exact method was asked for with more than 20 values or with equal positions.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A position or value is not finite, or the method is unknown.</exception>
    public static MannKendallResult FromPoints(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values,
        MannKendallMethod method = MannKendallMethod.ContinuityCorrected
    )
    {
        ThrowIfInvalid(method);
        OrderedPoints points = OrderedPoints.Of(positions, values);
        return Test(PairOrder.OfSorted(points.X, points.Y), points.Y, method);
    }

    private static MannKendallResult Test(PairOrder pairs, ReadOnlySpan<double> values, MannKendallMethod method)
    {
        double variance = pairs.ScoreVariance;
        double? z =
            variance > 0 && method != MannKendallMethod.Exact ? Standardised(pairs.Score, variance, method) : null;
        return new MannKendallResult
        {
            SampleSize = values.Length,
            S = pairs.Score,
            Variance = variance,
            Z = z,
            PValue =
                method == MannKendallMethod.Exact ? ExactPValue(pairs, values)
                : z is { } known ? StandardNormal.TwoSidedTail(known)
                : null,
            TauB = pairs.TauB,
        };
    }

    private static double Standardised(long s, double variance, MannKendallMethod method)
    {
        long corrected = method == MannKendallMethod.ContinuityCorrected ? s - Math.Sign(s) : s;
        return corrected / Math.Sqrt(variance);
    }

    private static double? ExactPValue(PairOrder pairs, ReadOnlySpan<double> values)
    {
        if (values.Length > ExactKendall.MostValues || pairs.First.Pairs > 0)
        {
            throw new ArgumentException(
                $"The exact distribution is offered for at most {ExactKendall.MostValues} values at different positions.",
                nameof(values)
            );
        }

        return pairs.ScoreVariance > 0 ? ExactKendall.TwoSidedPValue(pairs.Score, values) : null;
    }

    private static void ThrowIfInvalid(MannKendallMethod method)
    {
        if (!Enum.IsDefined(method))
        {
            throw new ArgumentOutOfRangeException(nameof(method), method, "Unknown method.");
        }
    }
}
