using System.Buffers;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>
/// The difference of two means, second minus first, in the unit of the numbers, where the same respondents answered twice.
/// </summary>
/// <remarks>
/// Everybody twice: the mean of the changes with s/√m and t with m − 1 degrees of freedom (Student 1908, Biometrika 6, 1-25). Some twice:
/// the partially overlapping samples t test for unequal variances of Derrick, Russ, Toher and White (2017), Journal of Modern Applied
/// Statistical Methods 16(1), 137-157, whose interval and p-value come from the same t. It is Welch's test without overlap and the paired
/// test with nothing else.
/// </remarks>
public static class PairedMeanDifference
{
    /// <summary>The mean change of respondents who all answered twice.</summary>
    /// <param name="first">Their first numbers, all finite.</param>
    /// <param name="second">Their second numbers, in the same order.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// Only nulls beside the sample sizes for nobody. The value alone for one respondent. Where all changes agree the standard error is 0
    /// and interval and p-value are null, since the data say nothing about their spread.
    /// </returns>
    /// <exception cref="ArgumentException">The lists are of different length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or a change is not finite, or the level is not strictly between 0 and 1.</exception>
    public static DifferenceEstimate FromPairs(
        ReadOnlySpan<double> first,
        ReadOnlySpan<double> second,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ThrowIfInvalid(first, second);
        if (first.IsEmpty)
        {
            return DifferenceEstimate.None(0, 0);
        }

        Moments changes = MomentsOfChanges(first, second);
        int freedom = first.Length - 1;
        double? error = freedom > 0 ? changes.StandardDeviation / Math.Sqrt(freedom) : null;
        return FromError(changes.Mean, error, freedom, level, IntervalMethodNames.PairedT, first.Length, second.Length);
    }

    /// <summary>The difference of the means of all who answered each time, where only some answered both times.</summary>
    /// <param name="onlyFirst">The numbers of those who answered the first time only, all finite.</param>
    /// <param name="onlySecond">The numbers of those who answered the second time only, all finite.</param>
    /// <param name="bothFirst">The first numbers of those who answered both times, all finite.</param>
    /// <param name="bothSecond">Their second numbers, in the same order.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// Only nulls beside the sample sizes where nobody answered at one of the times; otherwise the value. Standard error, interval and
    /// p-value are null where a side has one number, or where they are beyond the range of a double; interval and p-value also where the
    /// standard error is 0. With pairs only it is <see cref="FromPairs"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The lists of pairs are of different length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number or the difference is not finite, or the level is not strictly between 0 and 1.</exception>
    public static DifferenceEstimate FromOverlappingSamples(
        ReadOnlySpan<double> onlyFirst,
        ReadOnlySpan<double> onlySecond,
        ReadOnlySpan<double> bothFirst,
        ReadOnlySpan<double> bothSecond,
        double level = ConfidenceLevel.Default
    )
    {
        if (onlyFirst.IsEmpty && onlySecond.IsEmpty)
        {
            return FromPairs(bothFirst, bothSecond, level);
        }

        ConfidenceLevel.ThrowIfInvalid(level);
        ThrowIfInvalid(bothFirst, bothSecond);
        FiniteNumbers.ThrowIfNotFinite(onlyFirst, nameof(onlyFirst));
        FiniteNumbers.ThrowIfNotFinite(onlySecond, nameof(onlySecond));
        long firstSize = (long)onlyFirst.Length + bothFirst.Length;
        long secondSize = (long)onlySecond.Length + bothSecond.Length;
        if (firstSize == 0 || secondSize == 0)
        {
            return DifferenceEstimate.None(firstSize, secondSize);
        }

        MeanSide first = SideOfBoth(onlyFirst, bothFirst);
        MeanSide second = SideOfBoth(onlySecond, bothSecond);
        double value = MeanSide.Difference(first, second)!.Value;
        FiniteNumbers.ThrowIfNotFinite([value], nameof(onlySecond));
        if (first.StandardError is not { } firstError || second.StandardError is not { } secondError)
        {
            return FromError(value, null, 0, level, string.Empty, firstSize, secondSize);
        }

        OverlappingMeans means = new(firstError, secondError, firstSize, secondSize, bothFirst.Length);
        return FromError(
            value,
            means.StandardError(Correlation(bothFirst, bothSecond)),
            means.DegreesOfFreedom,
            level,
            IntervalMethodNames.PartiallyOverlappingT,
            firstSize,
            secondSize
        );
    }

    private static DifferenceEstimate FromError(
        double value,
        double? error,
        double freedom,
        double level,
        string method,
        long firstSize,
        long secondSize
    )
    {
        bool isFinite = error is { } known && double.IsFinite(known);
        bool hasSpread = isFinite && error > 0 && freedom > 0;
        return new DifferenceEstimate
        {
            Value = value,
            StandardError = isFinite ? error : null,
            Interval = hasSpread ? StudentTInterval.OrNone(value, error, freedom, level, method) : null,
            PValue = hasSpread ? StudentTDistribution.TwoSidedTail(value / (error ?? 0), freedom) : null,
            FirstSampleSize = firstSize,
            SecondSampleSize = secondSize,
        };
    }

    private static void ThrowIfInvalid(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.Length != second.Length)
        {
            throw new ArgumentException(
                $"Pairs have two numbers each, but there are {first.Length} first and {second.Length} second ones.",
                nameof(second)
            );
        }

        FiniteNumbers.ThrowIfNotFinite(first, nameof(first));
        FiniteNumbers.ThrowIfNotFinite(second, nameof(second));
    }

    private static Moments MomentsOfChanges(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(first.Length);
        Span<double> changes = rented.AsSpan(0, first.Length);
        for (int index = 0; index < changes.Length; index++)
        {
            changes[index] = second[index] - first[index];
        }

        try
        {
            FiniteNumbers.ThrowIfNotFinite(changes, nameof(second));
            return Moments.Of(changes);
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    private static MeanSide SideOfBoth(ReadOnlySpan<double> one, ReadOnlySpan<double> other)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(one.Length + other.Length);
        one.CopyTo(rented);
        other.CopyTo(rented.AsSpan(one.Length));
        MeanSide side = MeanSide.Of(rented.AsSpan(0, one.Length + other.Length));
        ArrayPool<double>.Shared.Return(rented);
        return side;
    }

    /// <summary>Pearson's correlation; 0 where a list is empty or has no spread.</summary>
    private static double Correlation(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        if (first.IsEmpty)
        {
            return 0;
        }

        Moments one = Moments.Of(first);
        Moments other = Moments.Of(second);
        if (!(one.StandardDeviation > 0 && other.StandardDeviation > 0))
        {
            return 0;
        }

        CompensatedSum products = default;
        for (int index = 0; index < first.Length; index++)
        {
            products = products.Add(Standardised(first[index], one) * Standardised(second[index], other));
        }

        return Math.Clamp(products.Value / first.Length, -1, 1);
    }

    // Halved, so that a deviation of numbers near the end of the range of a double does not overflow.
    private static double Standardised(double number, Moments moments) =>
        ((number / 2) - (moments.Mean / 2)) / (moments.StandardDeviation / 2);
}
