using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The interval of a difference from the intervals of its two sides: square-and-add, also called MOVER.</summary>
/// <remarks>
/// With estimates a and b, limits (la, ua) and (lb, ub) and the correlation ρ of the two estimates the difference δ = b − a has the limits
/// δ − √((b − lb)² + (ua − a)² − 2ρ(b − lb)(ua − a)) and δ + √((ub − b)² + (a − la)² − 2ρ(ub − b)(a − la)). Each side keeps the asymmetry
/// of its own interval, which is what makes the difference cover in small samples. Independent sides have ρ = 0. Sources: Newcombe (1998),
/// Statistics in Medicine 17, 873-890 (independent) and 2635-2650 (pairs); Zou and Donner (2008), Statistics in Medicine 27, 1693-1702.
/// </remarks>
public static class SquareAndAdd
{
    /// <summary>The limits of second − first.</summary>
    /// <param name="first">The first estimate, a.</param>
    /// <param name="firstLimits">Its limits, which hold it.</param>
    /// <param name="second">The second estimate, b.</param>
    /// <param name="secondLimits">Its limits, at the same level, which hold it.</param>
    /// <param name="correlation">The correlation of the two estimates, −1 to 1; 0 for independent sides.</param>
    /// <returns>
    /// The limits, in the unit of the estimates. Not clipped: without correlation a difference of shares can leave −1 to 1 by rounding
    /// only.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The correlation is not from −1 to 1.</exception>
    public static IntervalLimits Difference(
        double first,
        IntervalLimits firstLimits,
        double second,
        IntervalLimits secondLimits,
        double correlation = 0
    )
    {
        if (!(Math.Abs(correlation) <= 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(correlation),
                correlation,
                "A correlation is from minus 1 to 1."
            );
        }

        double difference = second - first;
        return new IntervalLimits(
            difference - Distance(second - secondLimits.Lower, firstLimits.Upper - first, correlation),
            difference + Distance(secondLimits.Upper - second, first - firstLimits.Lower, correlation)
        );
    }

    // x² + y² − 2ρxy = (x − y)² + 2(1 − ρ)xy: a sum of terms that are not negative, so that equal arms of highly correlated sides keep
    // their digits; divided by the larger arm, so that squares do not overflow.
    private static double Distance(double one, double other, double correlation)
    {
        double larger = Math.Max(one, other);
        if (!(larger > 0 && double.IsFinite(larger)))
        {
            return larger;
        }

        double ratio = Math.Min(one, other) / larger;
        return larger * Math.Sqrt(((1 - ratio) * (1 - ratio)) + (2 * (1 - correlation) * ratio));
    }
}
