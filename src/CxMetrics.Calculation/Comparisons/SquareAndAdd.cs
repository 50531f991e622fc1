using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The interval of a difference from the intervals of its two independent sides: square-and-add, also called MOVER.</summary>
/// <remarks>
/// With estimates a and b and limits (la, ua) and (lb, ub) the difference δ = b − a has the limits δ − √((b − lb)² + (ua − a)²) and
/// δ + √((ub − b)² + (a − la)²). Each side keeps the asymmetry of its own interval, which is what makes the difference cover in small
/// samples. Sources: Newcombe (1998), Statistics in Medicine 17, 873-890; Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
/// </remarks>
public static class SquareAndAdd
{
    /// <summary>The limits of second − first.</summary>
    /// <param name="first">The first estimate, a.</param>
    /// <param name="firstLimits">Its limits, which hold it.</param>
    /// <param name="second">The second estimate, b.</param>
    /// <param name="secondLimits">Its limits, at the same level, which hold it.</param>
    /// <returns>The limits, in the unit of the estimates. Not clipped: a difference of shares can leave −1 to 1 by rounding only.</returns>
    public static IntervalLimits Difference(
        double first,
        IntervalLimits firstLimits,
        double second,
        IntervalLimits secondLimits
    )
    {
        double difference = second - first;
        return new IntervalLimits(
            difference - double.Hypot(second - secondLimits.Lower, firstLimits.Upper - first),
            difference + double.Hypot(secondLimits.Upper - second, first - firstLimits.Lower)
        );
    }
}
