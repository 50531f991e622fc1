using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Trends;

/// <summary>Sen's slope: the median of the slopes between all pairs of points, a robust estimate of change per period.</summary>
/// <remarks>
/// <para>
/// Up to 29 % of the values may be wild without moving it out of the range of the others. The interval inverts the Mann-Kendall test: its
/// limits are sorted slopes chosen by the variance of S (<see cref="SenIntervalMethod"/>), so that it is consistent with
/// <see cref="MannKendall"/> up to rounding of ranks. Independent values are assumed.
/// </para>
/// <para>
/// The n(n − 1)/2 slopes are not stored: those of the wanted rank are found by counting exchanges of a merge sort, in O(n log n) per step and
/// some thirty steps. Sources: Theil (1950), Proc. Kon. Ned. Akad. Wetensch. 53; Sen (1968), JASA 63, 1379-1389; Cole, Salowe, Steiger and
/// Szemerédi (1989), SIAM Journal on Computing 18, 792-810, for the selection by counting.
/// </para>
/// </remarks>
public static class SenSlope
{
    /// <summary>The slope per period of a series without gaps, at the positions 1 … n.</summary>
    /// <param name="values">The values, first period first; finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">Which slopes are the limits.</param>
    /// <returns>See <see cref="FromPoints"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static SenLine FromValues(
        ReadOnlySpan<double> values,
        double level = ConfidenceLevel.Default,
        SenIntervalMethod method = SenIntervalMethod.RTrend
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        return Line(OrderedPoints.OfSeries(values), level, method, name);
    }

    /// <summary>The slope of values at given positions, in any order; periods may be missing. Pairs at one position have no slope and are left out.</summary>
    /// <param name="positions">When each value was taken, in any unit; finite.</param>
    /// <param name="values">One value per position; finite.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">Which slopes are the limits.</param>
    /// <returns>
    /// The line. Slope and intercept are null for fewer than two different positions; a number beyond the range of a double is null too. The
    /// interval is null where the method has none: at 95 % for fewer than 5 values by the default method. Values that all agree have
    /// slope 0 and no interval, since they say nothing about their spread.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many values as positions.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A position or value is not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static SenLine FromPoints(
        ReadOnlySpan<double> positions,
        ReadOnlySpan<double> values,
        double level = ConfidenceLevel.Default,
        SenIntervalMethod method = SenIntervalMethod.RTrend
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        return Line(OrderedPoints.Of(positions, values), level, method, name);
    }

    private static SenLine Line(OrderedPoints points, double level, SenIntervalMethod method, string name)
    {
        PairOrder pairs = PairOrder.OfSorted(points.X, points.Y);
        if (pairs.FirstOrdered == 0)
        {
            return new SenLine { Slope = Estimate.None with { SampleSize = points.Count }, Intercept = null };
        }

        PairwiseSlopes slopes = new(points, pairs);
        double? slope = FiniteNumbers.OrNull(
            Middle(slopes[(pairs.FirstOrdered + 1) / 2], slopes[(pairs.FirstOrdered / 2) + 1])
        );
        return new SenLine
        {
            Slope = new Estimate
            {
                Value = slope,
                StandardError = null,
                Interval = slope is null ? null : Interval(slopes, pairs, level, method, name),
                SampleSize = points.Count,
            },
            Intercept = slope is { } known ? Intercept(points, known) : null,
        };
    }

    private static ConfidenceInterval? Interval(
        PairwiseSlopes slopes,
        PairOrder pairs,
        double level,
        SenIntervalMethod method,
        string name
    )
    {
        long last = pairs.FirstOrdered;
        (long lower, long upper) = Ranks(pairs, level, method);
        if (!(pairs.ScoreVariance > 0) || lower < 1 || upper > last)
        {
            return null;
        }

        double? least = FiniteNumbers.OrNull(slopes[lower]);
        double? greatest = FiniteNumbers.OrNull(slopes[upper]);
        return least is { } low && greatest is { } high ? new ConfidenceInterval(low, high, level, name) : null;
    }

    private static (long Lower, long Upper) Ranks(PairOrder pairs, double level, SenIntervalMethod method)
    {
        double slopes = pairs.FirstOrdered;
        double z = StandardNormal.TwoSidedQuantile(level);
        if (method == SenIntervalMethod.RTrend)
        {
            double spread = z * Math.Sqrt(pairs.ScoreVariance);
            return ((long)Math.Round((slopes - spread) / 2), (long)Math.Round(((slopes + spread) / 2) + 1));
        }

        double scipySpread = z * Math.Sqrt(Math.Max(0, pairs.ScoreVarianceWithoutJointTerms));
        long lower = (long)Math.Round((slopes - scipySpread) / 2);
        long upper = (long)Math.Round((slopes + scipySpread) / 2) + 1;
        return (Math.Max(lower, 1), Math.Min(upper, pairs.FirstOrdered));
    }

    private static double? Intercept(OrderedPoints points, double slope)
    {
        double[] values = points.Y.ToArray();
        Array.Sort(values);
        return FiniteNumbers.OrNull(Median(values) - (slope * Median(points.X)));
    }

    private static double Median(ReadOnlySpan<double> sorted) =>
        Middle(sorted[(sorted.Length - 1) / 2], sorted[sorted.Length / 2]);

    // Halves before the sum, where the sum could overflow.
    private static double Middle(double one, double other)
    {
        double sum = one + other;
        return double.IsFinite(sum) ? sum / 2 : (one / 2) + (other / 2);
    }
}
