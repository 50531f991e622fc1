using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>The plain normal approximation: estimate ± z standard errors.</summary>
/// <remarks>
/// Here as a yardstick and for callers that ask for it by name. It covers far less than it says in small samples, leaves the range,
/// and has no width when all answers agree (Brown, Cai and DasGupta 2001); no metric uses it unasked.
/// </remarks>
public static class WaldInterval
{
    /// <summary>estimate ± z · standard error, unclipped, in the unit of the estimate.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error; 0 gives an interval of no width.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the standard error is negative or NaN.</exception>
    public static IntervalLimits FromStandardError(
        double estimate,
        double standardError,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotANumberOrNegative(standardError, nameof(standardError));
        return IntervalLimits.Around(estimate, StandardNormal.TwoSidedQuantile(level) * standardError);
    }

    /// <summary>For a share: p ± z √(p(1 − p)/n), unclipped, on the scale 0 to 1.</summary>
    /// <param name="successes">The number of successes.</param>
    /// <param name="trials">The number of trials, 1 or more.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, exceeds the trials, or there are no trials; or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(long successes, long trials, double level = ConfidenceLevel.Default)
    {
        Counts.ThrowIfInvalidOrEmpty(successes, trials);
        return FromStandardError((double)successes / trials, Proportion.StandardError(successes, trials), level);
    }

    /// <summary>For a net score: t ± z √((p + d − t²)/n), unclipped, on the scale −1 to 1.</summary>
    /// <param name="counts">The counts, not all 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was counted, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(NetCounts counts, double level = ConfidenceLevel.Default)
    {
        counts.ThrowIfEmpty(nameof(counts));
        return FromStandardError(counts.Score, counts.StandardError, level);
    }
}
