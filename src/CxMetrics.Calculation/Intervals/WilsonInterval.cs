using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>Wilson's score interval for a share, on the scale 0 to 1.</summary>
/// <remarks>
/// The shares π with |p − π| ≤ z √(π(1 − π)/n): (p + z²/2n ± z √(p(1 − p)/n + z²/4n²)) / (1 + z²/n). Never leaves 0 to 1, never has
/// zero width and always holds p; 0 successes give a lower limit of 0, n successes an upper limit of 1. n = 1 is allowed: one success
/// gives 0.207 to 1 at 95 %. Source: Wilson (1927), JASA 22, 209-212.
/// </remarks>
public static class WilsonInterval
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
        double z = StandardNormal.TwoSidedQuantile(level);
        return Limits((double)successes / trials, (double)(trials - successes) / trials, trials, z);
    }

    /// <summary>The interval from a share and an effective sample size, which need not be whole.</summary>
    /// <param name="share">The observed share, 0 to 1.</param>
    /// <param name="sampleSize">The (effective) sample size, finite and above 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1, the sample size is not finite and above 0, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromShare(double share, double sampleSize, double level = ConfidenceLevel.Default)
    {
        if (!(share >= 0 && share <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");
        }

        if (!(sampleSize > 0 && double.IsFinite(sampleSize)))
        {
            throw new ArgumentOutOfRangeException(nameof(sampleSize), sampleSize, "A sample size is above 0.");
        }

        ConfidenceLevel.ThrowIfInvalid(level);
        return Limits(share, 1 - share, sampleSize, StandardNormal.TwoSidedQuantile(level));
    }

    /// <summary>The interval from a share and its complement, z standard errors wide on each side.</summary>
    internal static IntervalLimits Limits(double p, double q, double n, double z)
    {
        double correction = z * z / n;
        double root = z * Math.Sqrt(((p * q) + (correction / 4)) / n);
        double sum = p + (correction / 2) + root;

        // The limits multiply to p²/(1 + z²/n): the lower one comes out of that without subtracting nearly equal numbers.
        double lower = p > 0 ? p * p / sum : 0;
        double upper = q > 0 ? sum / (1 + correction) : 1;
        return new IntervalLimits(lower, upper).Containing(p).ClippedTo(0, 1);
    }
}
