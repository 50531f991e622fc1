using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The difference of two shares, second minus first, from −1 to 1.</summary>
/// <remarks>
/// <para>
/// p₂ − p₁ with the unpooled standard error √(Σ p(1 − p)/n). The default interval is <see cref="NewcombeInterval"/>, which never overshoots
/// and has a width at 0 and n successes; plain Wald is available as <see cref="WaldDifference.OfShares"/> only.
/// </para>
/// <para>
/// The p-value belongs to the interval that is shown: it is 1 minus the level at which the interval of that method begins to hold 0, so
/// p &lt; 1 − level exactly when 0 lies outside. The classical tests, which can contradict an interval near the limit, are in
/// <see cref="Hypotheses"/>.
/// </para>
/// </remarks>
public static class ShareDifference
{
    /// <summary>The difference of two independent shares with its interval and p-value.</summary>
    /// <param name="first">The first side, the baseline.</param>
    /// <param name="second">The second side, the current one.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// Only nulls beside the sample sizes where a side has no trials. Otherwise a value in an interval that holds it, lies within −1 to 1
    /// and has a width, for single trials too; equal shares have a p-value of 1.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static DifferenceEstimate FromCounts(
        ShareCounts first,
        ShareCounts second,
        double level = ConfidenceLevel.Default,
        ShareDifferenceMethod method = ShareDifferenceMethod.Newcombe
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        if (first.Trials == 0 || second.Trials == 0)
        {
            return DifferenceEstimate.None(first.Trials, second.Trials);
        }

        ShareSide one = new(first);
        ShareSide other = new(second);
        if (method == ShareDifferenceMethod.Newcombe)
        {
            return ScoreDifference.OfIndependent(one, other, level, name);
        }

        WaldDifference plain = WaldDifference.OfSides(one, other);
        (IntervalLimits limits, double pValue) =
            method == ShareDifferenceMethod.MiettinenNurminen
                ? MiettinenNurminen(first, second, level)
                : AgrestiCaffo(first, second, level, plain.Value);
        return ScoreDifference.FromLimits(one, other, plain.StandardError, limits, pValue, level, name, unitsPerOne: 1);
    }

    /// <summary>The difference of two shares where some respondents answered both times.</summary>
    /// <param name="onlyFirst">Those who answered the first time only.</param>
    /// <param name="onlySecond">Those who answered the second time only.</param>
    /// <param name="both">Those who answered both times.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The difference of the shares of all who answered each time; <see cref="SquareAndAdd"/> of their Wilson intervals with the
    /// correlation that the pairs give the two shares. With nobody in both it is <see cref="FromCounts"/>, with everybody Newcombe's paired
    /// interval. Never of zero width, and only nulls beside the sample sizes where a side has no trials. Right at any overlap; worth the
    /// trouble from some 20 % on.
    /// </returns>
    /// <remarks>
    /// The covariance of the shares is Σ(x − x̄)(y − ȳ)/(n₁n₂) over the m pairs. For the interval and p-value a positive sum is reduced by
    /// ½, at most to 0, as if half a pair in each direction had changed its answer: Newcombe (1998), Statistics in Medicine 17, 2635-2650,
    /// method 10. The standard error is without that correction. Correlated square-and-add: Zou and Donner (2008), Statistics in Medicine
    /// 27, 1693-1702.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">A total exceeds <see cref="long.MaxValue"/>.</exception>
    public static DifferenceEstimate FromOverlappingSamples(
        ShareCounts onlyFirst,
        ShareCounts onlySecond,
        PairedShareCounts both,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ShareCounts first = onlyFirst + both.First;
        ShareCounts second = onlySecond + both.Second;
        if (first.Trials == 0 || second.Trials == 0)
        {
            return DifferenceEstimate.None(first.Trials, second.Trials);
        }

        return ScoreDifference.OfOverlapping(
            new ShareSide(first),
            new ShareSide(second),
            both.ToOverlap(),
            level,
            both.Total == 0 ? IntervalMethodNames.Newcombe : IntervalMethodNames.NewcombeOverlapping
        );
    }

    private static (IntervalLimits Limits, double PValue) MiettinenNurminen(
        ShareCounts first,
        ShareCounts second,
        double level
    ) =>
        (
            MiettinenNurminenInterval.FromCounts(first, second, level),
            StandardNormal.TwoSidedTail(MiettinenNurminenInterval.ScoreAtZero(first, second))
        );

    private static (IntervalLimits Limits, double PValue) AgrestiCaffo(
        ShareCounts first,
        ShareCounts second,
        double level,
        double observed
    )
    {
        WaldDifference adjusted = AgrestiCaffoInterval.Adjusted(first, second);
        return (adjusted.Limits(level), adjusted.PValueFor(observed));
    }
}
