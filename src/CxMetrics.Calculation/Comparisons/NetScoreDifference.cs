using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The difference of two net scores, second minus first, from −2 to 2.</summary>
/// <remarks>
/// <para>
/// t₂ − t₁ with the standard error √(Σ (p + d − t²)/n). The default interval is <see cref="SquareAndAdd"/> of the two Tango intervals:
/// exact coverage at 95 % .950 to .993 at n = 10 a side, .948 to .983 at 20, .950 to .961 at 50, against .912 to .951, .934 to .940 and
/// .944 to .946 for plain Wald. In points: <see cref="NetPromoterDifference"/>.
/// </para>
/// <para>
/// The p-value belongs to the interval that is shown: it is 1 minus the level at which the interval of that method begins to hold 0, so
/// p &lt; 1 − level exactly when 0 lies outside.
/// </para>
/// </remarks>
public static class NetScoreDifference
{
    /// <summary>The difference of two independent net scores with its interval and p-value.</summary>
    /// <param name="first">The first side, the baseline.</param>
    /// <param name="second">The second side, the current one.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// Only nulls beside the sample sizes where a side has no answers. Otherwise a value in an interval that holds it, lies within −2 to 2
    /// and has a width, for single answers too: where all answers of each side agree, so that plain Wald has no width, the default answers
    /// and is named. Equal scores have a p-value of 1.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static DifferenceEstimate FromCounts(
        NetCounts first,
        NetCounts second,
        double level = ConfidenceLevel.Default,
        NetScoreDifferenceMethod method = NetScoreDifferenceMethod.TangoSquareAndAdd
    ) => FromCounts(first, second, level, method, unitsPerOne: 1);

    /// <summary>The difference of two net scores where some respondents answered both times.</summary>
    /// <param name="onlyFirst">Those who answered the first time only.</param>
    /// <param name="onlySecond">Those who answered the second time only.</param>
    /// <param name="both">Those who answered both times.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The difference of the scores of all who answered each time; <see cref="SquareAndAdd"/> of their Tango intervals with the correlation
    /// that the pairs give the two scores. With nobody in both it is
    /// <see cref="FromCounts(NetCounts, NetCounts, double, NetScoreDifferenceMethod)"/>. Never of zero width, and only nulls beside the
    /// sample sizes where a side has no answers. Right at any overlap; worth the trouble from some 20 % on.
    /// </returns>
    /// <remarks>
    /// The covariance of the scores is Σ(x − x̄)(y − ȳ)/(n₁n₂) over the m pairs, with the codes 1, 0 and −1. For the interval and p-value a
    /// positive sum is reduced by ½, at most to 0, as if half a pair in each direction had moved by one class; on shares this is Newcombe's
    /// correction, see <see cref="ShareDifference.FromOverlappingSamples"/>. The standard error is without it; with everybody in both it is
    /// that of the mean change.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">A total exceeds <see cref="long.MaxValue"/>.</exception>
    public static DifferenceEstimate FromOverlappingSamples(
        NetCounts onlyFirst,
        NetCounts onlySecond,
        PairedNetCounts both,
        double level = ConfidenceLevel.Default
    ) => FromOverlappingSamples(onlyFirst, onlySecond, both, level, unitsPerOne: 1);

    /// <summary>The same in another unit: 100 for points.</summary>
    internal static DifferenceEstimate FromOverlappingSamples(
        NetCounts onlyFirst,
        NetCounts onlySecond,
        PairedNetCounts both,
        double level,
        double unitsPerOne
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        NetCounts first = onlyFirst + both.First;
        NetCounts second = onlySecond + both.Second;
        if (first.Total == 0 || second.Total == 0)
        {
            return DifferenceEstimate.None(first.Total, second.Total);
        }

        return ScoreDifference.OfOverlapping(
            new NetScoreSide(first),
            new NetScoreSide(second),
            both.ToOverlap(),
            level,
            both.Total == 0 ? IntervalMethodNames.TangoSquareAndAdd : IntervalMethodNames.TangoSquareAndAddOverlapping,
            unitsPerOne
        );
    }

    /// <summary>The same in another unit: 100 for points.</summary>
    internal static DifferenceEstimate FromCounts(
        NetCounts first,
        NetCounts second,
        double level,
        NetScoreDifferenceMethod method,
        double unitsPerOne
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        if (first.Total == 0 || second.Total == 0)
        {
            return DifferenceEstimate.None(first.Total, second.Total);
        }

        NetScoreSide one = new(first);
        NetScoreSide other = new(second);
        WaldDifference plain = WaldDifference.OfSides(one, other);
        WaldDifference used =
            method == NetScoreDifferenceMethod.AdjustedWald
                ? WaldDifference.OfNetScores(first, second, PseudoCounts.Rocks)
                : plain;
        return method == NetScoreDifferenceMethod.TangoSquareAndAdd || !(used.StandardError > 0)
            ? ScoreDifference.OfIndependent(one, other, level, IntervalMethodNames.TangoSquareAndAdd, unitsPerOne)
            : ScoreDifference.FromLimits(
                one,
                other,
                plain.StandardError,
                used.Limits(level),
                used.PValueFor(plain.Value),
                level,
                name,
                unitsPerOne
            );
    }
}
