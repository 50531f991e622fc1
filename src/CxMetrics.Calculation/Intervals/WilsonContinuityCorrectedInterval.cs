using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>Wilson's score interval with continuity correction, on the scale 0 to 1.</summary>
/// <remarks>
/// (2np + z² ∓ 1 ∓ z √(z² ∓ 2 − 1/n + 4p(nq ± 1))) / 2(n + z²); the lower limit is 0 for no successes, the upper 1 for n successes.
/// Wider than <see cref="WilsonInterval"/>, close to Clopper-Pearson. R's <c>prop.test</c> drops the correction at x = n/2 and differs
/// there. Source: Newcombe (1998), Statistics in Medicine 17, 857-872, method 4.
/// </remarks>
public static class WilsonContinuityCorrectedInterval
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
        double lower = Lower(successes, trials, z);
        double upper = successes == trials ? 1 : Upper(successes, trials, z);
        return new IntervalLimits(lower, upper).ClippedTo(0, 1);
    }

    // The two signs of the root give limits with the product (2x − 1)²/(4n(n + z²)), so that the small one comes out of a division
    // instead of a difference of nearly equal numbers.
    private static double Lower(long successes, double n, double z)
    {
        if (successes == 0)
        {
            return 0;
        }

        double x = successes;
        double p = x / n;
        double root = z * Math.Sqrt((z * z) - 2 - (1 / n) + (4 * p * (n - x + 1)));
        double sum = (2 * x) + (z * z) - 1 + root;
        return ((2 * x) - 1) * ((2 * x) - 1) / (2 * n * sum);
    }

    private static double Upper(long successes, double n, double z)
    {
        double x = successes;
        double p = x / n;
        double root = z * Math.Sqrt((z * z) + 2 - (1 / n) + (4 * p * (n - x - 1)));
        return ((2 * x) + (z * z) + 1 + root) / (2 * (n + (z * z)));
    }
}
