using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The difference of two independent means, second minus first, in their unit.</summary>
/// <remarks>
/// The two variances are never pooled. The p-value always belongs to the interval beside it: it is below 1 − level exactly when 0 is
/// outside. A common offset of all numbers, however large, costs the difference no digits.
/// </remarks>
public static class MeanDifference
{
    /// <summary>The difference of the means of any numbers, with Welch's t.</summary>
    /// <param name="first">The numbers of the baseline, all finite.</param>
    /// <param name="second">The numbers compared with it, all finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// x̄₂ − x̄₁ with the standard error √(s₁²/n₁ + s₂²/n₂), ± t standard errors with the degrees of freedom of
    /// <see cref="WelchSatterthwaite"/>, and the two-sided p-value of the same t. All is null where a side is empty. With one number on a
    /// side standard error, interval and p-value are null; where neither side has spread the standard error is 0, and interval and p-value
    /// are null. What is beyond the range of a double is null.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, or the level is not strictly between 0 and 1.</exception>
    /// <remarks>Source: Welch (1947), Biometrika 34, 28-35. Same numbers as R's <c>t.test</c>.</remarks>
    public static DifferenceEstimate FromValues(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotFinite(first, nameof(first));
        FiniteNumbers.ThrowIfNotFinite(second, nameof(second));
        MeanSide one = MeanSide.Of(first);
        MeanSide other = MeanSide.Of(second);
        double? difference = MeanSide.Difference(one, other);
        bool isFinite = difference is { } known && double.IsFinite(known);
        WelchResult? welch = isFinite ? MeanSide.Welch(one, other, level) : null;
        return new DifferenceEstimate
        {
            Value = isFinite ? difference : null,
            StandardError = isFinite ? MeanSide.ErrorOfDifference(one, other) : null,
            Interval = welch is { Limits: { IsFinite: true } limits }
                ? limits.ToInterval(level, IntervalMethodNames.Welch)
                : null,
            PValue = welch?.PValue,
            FirstSampleSize = first.Length,
            SecondSampleSize = second.Length,
        };
    }

    /// <summary>The difference of the means of ratings on one scale, in points of the scale.</summary>
    /// <param name="first">The answers of the baseline.</param>
    /// <param name="second">The answers compared with it, on the same scale.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// The difference in an interval that holds it, lies within ± the length of the scale and has a width, also for one answer or equal
    /// answers. All is null where a side is empty. The standard error is null with one answer on a side. Where Welch's t says nothing (one
    /// answer on a side, or no spread on either) the default method answers and is named in <see cref="ConfidenceInterval.Method"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The scales differ: answers on different scales are not compared.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    /// <remarks>
    /// The default is <see cref="SquareAndAdd"/> of the two <see cref="PseudoAnswersInterval"/>s, each extended to its mean; its p-value
    /// is 1 − the level at which 0 lies on a limit.
    /// </remarks>
    public static DifferenceEstimate FromDistributions(
        RatingDistribution first,
        RatingDistribution second,
        double level = ConfidenceLevel.Default,
        MeanDifferenceMethod method = MeanDifferenceMethod.PseudoAnswersSquareAndAdd
    )
    {
        ThrowIfNotComparable(first, second);
        ConfidenceLevel.ThrowIfInvalid(level);
        _ = method.ToShortName();
        if (first.Total == 0 || second.Total == 0)
        {
            return DifferenceEstimate.None(first.Total, second.Total);
        }

        MeanSide one = MeanSide.Of(first);
        MeanSide other = MeanSide.Of(second);
        double value = MeanSide.Difference(one, other)!.Value;
        WelchResult? welch = method == MeanDifferenceMethod.Welch ? MeanSide.Welch(one, other, level) : null;
        double length = first.Scale.Maximum - first.Scale.Minimum;
        IntervalLimits limits =
            welch?.Limits ?? PseudoAnswersDifference.Limits(first, second, StandardNormal.TwoSidedQuantile(level));
        MeanDifferenceMethod used = welch is null ? MeanDifferenceMethod.PseudoAnswersSquareAndAdd : method;
        return new DifferenceEstimate
        {
            Value = value,
            StandardError = MeanSide.ErrorOfDifference(one, other),
            Interval = limits.Containing(value).ClippedTo(-length, length).ToInterval(level, used.ToShortName()),
            PValue = welch?.PValue ?? PseudoAnswersDifference.PValue(first, second),
            FirstSampleSize = first.Total,
            SecondSampleSize = second.Total,
        };
    }

    private static void ThrowIfNotComparable(RatingDistribution first, RatingDistribution second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Scale != second.Scale)
        {
            throw new ArgumentException(
                $"Answers on {first.Scale} and on {second.Scale} are not compared.",
                nameof(second)
            );
        }
    }
}
