using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Planning;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>A difference with its verdict, and how many answers would have shown it. Immutable.</summary>
/// <remarks>
/// With several comparisons, adjust their p-values first (<see cref="Hypotheses.PValueAdjustment"/>): a verdict of up or down is right 19
/// times in 20 for each of them, not for all together.
/// </remarks>
public readonly record struct Comparison
{
    /// <summary>The difference, second minus first, with interval and p-value.</summary>
    public required DifferenceEstimate Difference { get; init; }

    /// <summary>What the difference says about the change.</summary>
    public required ChangeVerdict Verdict { get; init; }

    /// <summary>The smallest change that matters by which the verdict was given, in the unit of the difference.</summary>
    public required double SmallestEffect { get; init; }

    /// <summary>
    /// The answers on each side with which a true change of the observed size is found with 80 % chance at the level of the interval; null
    /// where nothing was observed to change, where no number of answers that can be counted would do, or the spread of an answer is not
    /// known.
    /// </summary>
    public RequiredAnswers? AnswersNeeded { get; init; }

    /// <summary>Compares two independent shares.</summary>
    /// <param name="first">The first side, the baseline.</param>
    /// <param name="second">The second side, the current one.</param>
    /// <param name="smallestEffect">The smallest change that matters, 0 or more, on the scale 0 to 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// The difference of <see cref="ShareDifference.FromCounts"/> with its verdict. The answers needed take the variances of the shares
    /// with one success and one failure added, so that a few equal answers do not pass for certainty.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The smallest effect is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Comparison OfShares(
        ShareCounts first,
        ShareCounts second,
        double smallestEffect = Comparisons.SmallestEffect.Share,
        double level = ConfidenceLevel.Default,
        ShareDifferenceMethod method = ShareDifferenceMethod.Newcombe
    ) =>
        FromDifference(
            ShareDifference.FromCounts(first, second, level, method),
            smallestEffect,
            AnswerVariance.OfShare((first.Successes + 1.0) / (first.Trials + 2.0)),
            AnswerVariance.OfShare((second.Successes + 1.0) / (second.Trials + 2.0))
        );

    /// <summary>Compares two independent net scores.</summary>
    /// <param name="first">The first side, the baseline.</param>
    /// <param name="second">The second side, the current one.</param>
    /// <param name="smallestEffect">The smallest change that matters, 0 or more, on the scale −1 to 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// The difference of <see cref="NetScoreDifference.FromCounts(NetCounts, NetCounts, double, NetScoreDifferenceMethod)"/> with its
    /// verdict. The answers needed take the variances with <see cref="PseudoCounts.Rocks"/> added, so that a few equal answers do not pass
    /// for certainty.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The smallest effect is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Comparison OfNetScores(
        NetCounts first,
        NetCounts second,
        double smallestEffect = Comparisons.SmallestEffect.NetScore,
        double level = ConfidenceLevel.Default,
        NetScoreDifferenceMethod method = NetScoreDifferenceMethod.TangoSquareAndAdd
    ) =>
        FromDifference(
            NetScoreDifference.FromCounts(first, second, level, method),
            smallestEffect,
            AnswerVariance.OfSmoothed(first, unitsPerOne: 1),
            AnswerVariance.OfSmoothed(second, unitsPerOne: 1)
        );

    /// <summary>Compares two independent Net Promoter Scores, in points.</summary>
    /// <param name="first">The first side, the baseline.</param>
    /// <param name="second">The second side, the current one.</param>
    /// <param name="smallestEffect">The smallest change that matters, 0 or more, in points.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>As <see cref="OfNetScores"/>, in points.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The smallest effect is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Comparison OfNetPromoterScores(
        NetPromoterBands first,
        NetPromoterBands second,
        double smallestEffect = Comparisons.SmallestEffect.NetPromoterPoints,
        double level = ConfidenceLevel.Default,
        NetScoreDifferenceMethod method = NetScoreDifferenceMethod.TangoSquareAndAdd
    ) =>
        FromDifference(
            NetPromoterDifference.FromBands(first, second, level, method),
            smallestEffect,
            AnswerVariance.OfSmoothed(first.ToNetCounts(), NetPromoterScore.PointsPerOne),
            AnswerVariance.OfSmoothed(second.ToNetCounts(), NetPromoterScore.PointsPerOne)
        );

    /// <summary>A comparison from a difference of any kind, for example of overlapping samples, without the answers needed.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="smallestEffect">The smallest change that matters, finite, 0 or more, in the unit of the difference.</param>
    /// <exception cref="ArgumentOutOfRangeException">The smallest effect is negative or not finite.</exception>
    public static Comparison FromDifference(DifferenceEstimate difference, double smallestEffect) =>
        new()
        {
            Difference = difference,
            Verdict = Comparisons.Verdict.Of(difference, smallestEffect),
            SmallestEffect = smallestEffect,
        };

    /// <summary>A comparison from a difference of independent sides, for example of means.</summary>
    /// <param name="difference">The difference.</param>
    /// <param name="smallestEffect">The smallest change that matters, finite, 0 or more, in the unit of the difference.</param>
    /// <param name="first">How much an answer of the first side varies.</param>
    /// <param name="second">How much an answer of the second side varies.</param>
    /// <exception cref="ArgumentOutOfRangeException">The smallest effect is negative or not finite.</exception>
    public static Comparison FromDifference(
        DifferenceEstimate difference,
        double smallestEffect,
        AnswerVariance first,
        AnswerVariance second
    ) =>
        FromDifference(difference, smallestEffect) with
        {
            AnswersNeeded =
                difference is { Value: { } change, Interval: { } interval } && Math.Abs(change) > 0
                    ? RequiredAnswers.TryRoundUp(
                        SampleSize.ExactForChange(first, second, change, interval.Level, Power.Default)
                    )
                    : null,
        };
}
