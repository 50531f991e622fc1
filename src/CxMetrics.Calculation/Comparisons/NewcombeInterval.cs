using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>Newcombe's hybrid score interval for a difference of shares, on the scale −1 to 1.</summary>
/// <remarks>
/// <see cref="SquareAndAdd"/> of the two Wilson intervals without continuity correction. Holds the observed difference, stays within −1 to
/// 1 and never has zero width. Source: Newcombe (1998), Statistics in Medicine 17, 873-890, method 10.
/// </remarks>
public static class NewcombeInterval
{
    /// <summary>The interval of second − first from counts.</summary>
    /// <param name="first">The first side, at least one trial.</param>
    /// <param name="second">The second side, at least one trial.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A side has no trials, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(
        ShareCounts first,
        ShareCounts second,
        double level = ConfidenceLevel.Default
    )
    {
        first.ThrowIfEmpty(nameof(first));
        second.ThrowIfEmpty(nameof(second));
        return SquareAndAdd
            .Difference(
                first.Share,
                WilsonInterval.FromCounts(first.Successes, first.Trials, level),
                second.Share,
                WilsonInterval.FromCounts(second.Successes, second.Trials, level)
            )
            .ClippedTo(-1, 1);
    }
}
