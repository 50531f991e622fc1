using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>The Clopper-Pearson ("exact") interval for a share, on the scale 0 to 1.</summary>
/// <remarks>
/// The shares that neither one-sided binomial test rejects at half of 1 − level: the lower limit is the quantile of Beta(x, n − x + 1),
/// the upper that of Beta(x + 1, n − x). Lower limit 0 for no successes, upper limit 1 for n successes. Covers at least the stated
/// level, so it is wider than needed: .984 at n = 10 for 95 %. Source: Clopper and Pearson (1934), Biometrika 26, 404-413.
/// </remarks>
public static class ClopperPearsonInterval
{
    /// <summary>The interval from counts.</summary>
    /// <param name="successes">The number of successes.</param>
    /// <param name="trials">The number of trials, 1 or more.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, exceeds the trials, or there are no trials; or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(long successes, long trials, double level = ConfidenceLevel.Default)
    {
        Counts.ThrowIfInvalidOrEmpty(successes, trials);
        ConfidenceLevel.ThrowIfInvalid(level);
        double x = successes;
        double rest = trials - successes;
        double lower = successes == 0 ? 0 : BetaQuantile.Lower(x, rest + 1, level);
        double upper = successes == trials ? 1 : BetaQuantile.Upper(x + 1, rest, level);
        return new IntervalLimits(lower, upper);
    }
}
