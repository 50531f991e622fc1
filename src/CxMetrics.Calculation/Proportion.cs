using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation;

/// <summary>A share of successes, from 0 to 1: top box, first contact resolution, response rate.</summary>
/// <remarks>
/// p = x/n with the standard error √(p(1 − p)/n), divisor n. The default interval is Wilson's (mean coverage .954, .953, .952 at n = 10,
/// 20, 50 for 95 %); plain Wald is not offered. Sources: Wilson (1927); Brown, Cai and DasGupta (2001).
/// </remarks>
public static class Proportion
{
    /// <summary>The share with its interval.</summary>
    /// <param name="successes">The number of successes, x.</param>
    /// <param name="trials">The number of trials, n.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no trials. Otherwise a value from 0 to 1 in an interval that holds it, lies within 0 to 1 and has a
    /// width, for a single trial too (where the Jeffreys interval misses the value, at low levels, it is extended to it).
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative or exceeds the trials, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromCounts(
        long successes,
        long trials,
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    )
    {
        Counts.ThrowIfInvalid(successes, trials);
        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        if (trials == 0)
        {
            return Estimate.None;
        }

        double share = (double)successes / trials;
        return new Estimate
        {
            Value = share,
            StandardError = StandardError(successes, trials),
            Interval = Limits(successes, trials, level, method).Containing(share).ToInterval(level, name),
            SampleSize = trials,
        };
    }

    /// <summary>√(p(1 − p)/n).</summary>
    internal static double StandardError(long successes, long trials)
    {
        double n = trials;
        return Math.Sqrt(successes / n * ((trials - successes) / n) / n);
    }

    private static IntervalLimits Limits(long successes, long trials, double level, ShareIntervalMethod method) =>
        method switch
        {
            ShareIntervalMethod.Wilson => WilsonInterval.FromCounts(successes, trials, level),
            ShareIntervalMethod.ClopperPearson => ClopperPearsonInterval.FromCounts(successes, trials, level),
            ShareIntervalMethod.AgrestiCoull => AgrestiCoullInterval.FromCounts(successes, trials, level),
            ShareIntervalMethod.Jeffreys => JeffreysInterval.FromCounts(successes, trials, level),
        };
}
