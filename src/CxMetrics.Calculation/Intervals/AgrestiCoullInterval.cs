using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>The Agresti-Coull interval for a share, on the scale 0 to 1.</summary>
/// <remarks>
/// Wald after adding z²/2 successes and z²/2 failures: p̃ = (x + z²/2)/(n + z²), p̃ ± z √(p̃(1 − p̃)/(n + z²)). Has Wilson's centre and
/// holds Wilson's interval; can leave 0 to 1, so there is a raw and a clipped form. Source: Agresti and Coull (1998), The American
/// Statistician 52, 119-126.
/// </remarks>
public static class AgrestiCoullInterval
{
    /// <summary>The interval from counts, clipped to 0 to 1.</summary>
    /// <param name="successes">The number of successes.</param>
    /// <param name="trials">The number of trials, 1 or more.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, exceeds the trials, or there are no trials; or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(long successes, long trials, double level = ConfidenceLevel.Default) =>
        Unclipped(successes, trials, level).ClippedTo(0, 1);

    /// <summary>The interval from counts as the formula gives it, possibly outside 0 to 1.</summary>
    /// <param name="successes">The number of successes.</param>
    /// <param name="trials">The number of trials, 1 or more.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, exceeds the trials, or there are no trials; or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits Unclipped(long successes, long trials, double level = ConfidenceLevel.Default)
    {
        Counts.ThrowIfInvalidOrEmpty(successes, trials);
        ConfidenceLevel.ThrowIfInvalid(level);
        double z = StandardNormal.TwoSidedQuantile(level);
        double added = z * z / 2;
        double n = trials + (2 * added);
        double centre = (successes + added) / n;
        double complement = (trials - successes + added) / n;
        return IntervalLimits.Around(centre, z * Math.Sqrt(centre * complement / n));
    }
}
