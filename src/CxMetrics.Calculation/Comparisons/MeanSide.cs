using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>One side of a difference of means: the mean, to twice the digits, with its standard error.</summary>
/// <param name="Mean">The mean; null for no observations.</param>
/// <param name="Remainder">What rounding took from the mean.</param>
/// <param name="StandardError">s/√n; null for fewer than two observations.</param>
/// <param name="SampleSize">The number of observations, n.</param>
internal readonly record struct MeanSide(double? Mean, double Remainder, double? StandardError, long SampleSize)
{
    /// <summary>The side of finite numbers.</summary>
    public static MeanSide Of(ReadOnlySpan<double> values)
    {
        if (values.IsEmpty)
        {
            return default;
        }

        Moments moments = Moments.Of(values);
        double? error = values.Length == 1 ? null : moments.StandardDeviation / Math.Sqrt(values.Length - 1);
        return new MeanSide(moments.Mean, moments.MeanRemainder, error, values.Length);
    }

    /// <summary>The side of ratings, the mean counted from the lowest point: the place of the scale costs no digits.</summary>
    public static MeanSide Of(RatingDistribution answers) =>
        new(
            answers.Total == 0 ? null : RatingMoments.Of(answers).MeanIndex,
            0,
            answers.StandardDeviation / Math.Sqrt(answers.Total),
            answers.Total
        );

    /// <summary>Second − first: what the means share cancels exactly, and the remainders bring back what that uncovers.</summary>
    public static double? Difference(MeanSide first, MeanSide second) =>
        second.Mean - first.Mean + (second.Remainder - first.Remainder);

    /// <summary>√(s₁²/n₁ + s₂²/n₂); null where a side has fewer than two observations, or beyond the range of a double.</summary>
    public static double? ErrorOfDifference(MeanSide first, MeanSide second) =>
        first.StandardError is { } one
        && second.StandardError is { } other
        && double.Hypot(one, other) is var error
        && double.IsFinite(error)
            ? error
            : null;

    /// <summary>Welch's t; null where a side has fewer than two observations, or neither side has spread.</summary>
    public static WelchResult? Welch(MeanSide first, MeanSide second, double level)
    {
        if (
            Difference(first, second) is not { } difference
            || ErrorOfDifference(first, second) is not { } error
            || WelchSatterthwaite.DegreesOfFreedom(
                first.StandardError!.Value,
                first.SampleSize - 1,
                second.StandardError!.Value,
                second.SampleSize - 1
            )
                is not { } freedom
        )
        {
            return null;
        }

        return new WelchResult(
            StudentTInterval.FromStandardError(difference, error, freedom, level),
            StudentTDistribution.TwoSidedTail(difference / error, freedom)
        );
    }
}
