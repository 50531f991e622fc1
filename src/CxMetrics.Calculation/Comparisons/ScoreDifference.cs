using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The difference of two estimates with score intervals, independent or overlapping, with the p-value of its interval.</summary>
internal static class ScoreDifference
{
    /// <summary>Of independent sides that are not empty.</summary>
    public static DifferenceEstimate OfIndependent<TSide>(
        TSide first,
        TSide second,
        double level,
        string method,
        double unitsPerOne = 1
    )
        where TSide : struct, IScoreSide =>
        Of(first, second, double.Hypot(first.StandardError, second.StandardError), 0, level, method, unitsPerOne);

    /// <summary>Of sides that are not empty and share some respondents.</summary>
    public static DifferenceEstimate OfOverlapping<TSide>(
        TSide first,
        TSide second,
        SampleOverlap overlap,
        double level,
        string method,
        double unitsPerOne = 1
    )
        where TSide : struct, IScoreSide =>
        Of(
            first,
            second,
            overlap.StandardError(first, second),
            overlap.Correlation(first, second),
            level,
            method,
            unitsPerOne
        );

    /// <summary>Second minus first in some unit, exactly 0 for equal values.</summary>
    public static double Value<TSide>(TSide first, TSide second, double unitsPerOne)
        where TSide : struct, IScoreSide =>
        QuotientDifference.Of(unitsPerOne * first.Sum, first.SampleSize, unitsPerOne * second.Sum, second.SampleSize);

    /// <summary>
    /// A difference from limits on the scale of the sides, which are extended to the value and brought into the range and the unit.
    /// </summary>
    public static DifferenceEstimate FromLimits<TSide>(
        TSide first,
        TSide second,
        double standardError,
        IntervalLimits limits,
        double pValue,
        double level,
        string method,
        double unitsPerOne
    )
        where TSide : struct, IScoreSide
    {
        double value = Value(first, second, unitsPerOne);
        double largest = unitsPerOne * TSide.LargestDifference;
        return new DifferenceEstimate
        {
            Value = value,
            StandardError = unitsPerOne * standardError,
            Interval = limits
                .ScaledBy(unitsPerOne)
                .Containing(value)
                .ClippedTo(-largest, largest)
                .ToInterval(level, method),
            PValue = pValue,
            FirstSampleSize = first.SampleSize,
            SecondSampleSize = second.SampleSize,
        };
    }

    private static DifferenceEstimate Of<TSide>(
        TSide first,
        TSide second,
        double standardError,
        double correlation,
        double level,
        string method,
        double unitsPerOne
    )
        where TSide : struct, IScoreSide
    {
        double difference = Value(first, second, unitsPerOne: 1);
        (TSide lower, TSide upper) = difference > 0 ? (first, second) : (second, first);
        double z = StandardNormal.TwoSidedQuantile(level);
        IntervalLimits limits = SquareAndAdd.Difference(
            first.Value,
            first.Limits(z),
            second.Value,
            second.Limits(z),
            correlation
        );
        double pValue = ScoreDifferenceTest.TwoSidedPValue(lower, upper, Math.Abs(difference), correlation);
        return FromLimits(first, second, standardError, limits, pValue, level, method, unitsPerOne);
    }
}
