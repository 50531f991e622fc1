using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>The Jeffreys interval for a share, on the scale 0 to 1.</summary>
/// <remarks>
/// The central interval of the posterior Beta(x + ½, n − x + ½) under Jeffreys' prior. The equal-tailed form can exclude the observed
/// share at 0 and n, hence the rule that the lower limit is 0 for no successes and the upper 1 for n successes. Source: Brown, Cai and
/// DasGupta (2001), Statistical Science 16, 101-133.
/// </remarks>
public static class JeffreysInterval
{
    /// <summary>The interval from counts, with the rule for 0 and n successes.</summary>
    /// <param name="successes">The number of successes.</param>
    /// <param name="trials">The number of trials, 1 or more.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, exceeds the trials, or there are no trials; or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(long successes, long trials, double level = ConfidenceLevel.Default)
    {
        IntervalLimits limits = EqualTailed(successes, trials, level);
        return new IntervalLimits(successes == 0 ? 0 : limits.Lower, successes == trials ? 1 : limits.Upper);
    }

    /// <summary>The interval from counts with half of 1 − level in each tail, without the rule for 0 and n successes.</summary>
    /// <param name="successes">The number of successes.</param>
    /// <param name="trials">The number of trials, 1 or more.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, exceeds the trials, or there are no trials; or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits EqualTailed(long successes, long trials, double level = ConfidenceLevel.Default)
    {
        Counts.ThrowIfInvalidOrEmpty(successes, trials);
        ConfidenceLevel.ThrowIfInvalid(level);
        double a = successes + 0.5;
        double b = trials - successes + 0.5;
        return new IntervalLimits(BetaQuantile.Lower(a, b, level), BetaQuantile.Upper(a, b, level));
    }
}
