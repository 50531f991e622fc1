using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The score interval of Miettinen and Nurminen for a difference of shares, on the scale −1 to 1.</summary>
/// <remarks>
/// <para>
/// The differences δ with (d − δ)² ≤ z² N/(N − 1) · (p(1 − p)/m + q(1 − q)/n), where d is the observed difference, m and n are the trials
/// of the two sides, N = m + n, and p and q are the shares that are most likely if q − p = δ. Source: Miettinen and Nurminen (1985),
/// Statistics in Medicine 4, 213-226.
/// </para>
/// <para>
/// The paper finds p from a cubic, whose closed form loses digits at 0 and n successes. With the Lagrange multiplier λ of the constraint
/// each share solves a quadratic of its own, observed − p = (λ/m) p(1 − p), and the interval ends where λ times the distance moved equals
/// z² N/(N − 1). Newton's method on λ inside a bracket then needs no cubic and no difference of nearly equal numbers. Against 40-digit
/// values: below 1e-14 absolute for 1 to 1e12 trials a side, 0 and n successes included.
/// </para>
/// <para>
/// A limit is 1 or −1 exactly when one side has successes only and the other failures only. Never of zero width.
/// </para>
/// </remarks>
public static class MiettinenNurminenInterval
{
    private const int MaximumSteps = 100;

    // Newton's error is of the order of the square of its last step.
    private const double StepTolerance = 1e-8;

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
        ConfidenceLevel.ThrowIfInvalid(level);
        double z = StandardNormal.TwoSidedQuantile(level);
        double bound = z * z * VarianceFactor(first, second);
        double difference = QuotientDifference.Of(first.Successes, first.Trials, second.Successes, second.Trials);
        return new IntervalLimits(
            difference - Distance(second, first, bound),
            difference + Distance(first, second, bound)
        )
            .Containing(difference)
            .ClippedTo(-1, 1);
    }

    /// <summary>
    /// The score statistic at no difference, |d|/√(N/(N − 1) · pooled variance): the z at which a limit reaches 0. 0 for equal shares.
    /// </summary>
    internal static double ScoreAtZero(ShareCounts first, ShareCounts second) =>
        PooledZTest.Statistic(first, second) is { } z ? Math.Abs(z) / Math.Sqrt(VarianceFactor(first, second)) : 0;

    private static double VarianceFactor(ShareCounts first, ShareCounts second)
    {
        double trials = (double)first.Trials + second.Trials;
        return trials / (trials - 1);
    }

    /// <summary>How far the difference moves until the limit is reached, the falling share going down and the rising one up.</summary>
    private static double Distance(ShareCounts falling, ShareCounts rising, double bound)
    {
        double fallingRoom = falling.Share;
        double risingRoom = rising.FailureShare;
        double low = 0;
        double high = Math.Min(falling.Trials + (bound / fallingRoom), rising.Trials + (bound / risingRoom));
        if (double.IsInfinity(high) || !(bound > 0))
        {
            return 0;
        }

        double target = Math.Sqrt(bound);
        double multiplier = Math.Min(
            high,
            target / Math.Sqrt(GuessedVariance(falling, bound) + GuessedVariance(rising, bound))
        );
        for (int count = 0; count < MaximumSteps; count++)
        {
            (double one, double oneSlope) = Part(fallingRoom, falling.FailureShare, falling.Trials, multiplier);
            (double other, double otherSlope) = Part(risingRoom, rising.Share, rising.Trials, multiplier);
            double root = Math.Sqrt(one + other);
            if (root > target)
            {
                high = multiplier;
            }
            else
            {
                low = multiplier;
            }

            double next = multiplier - ((root - target) * 2 * root / (oneSlope + otherSlope));
            if (Math.Abs(next - multiplier) <= StepTolerance * multiplier)
            {
                return bound / next;
            }

            multiplier = next > low && next < high ? next : (low + high) / 2;
        }

        return bound / multiplier;
    }

    // The variance at the observed share, raised as Wilson's interval raises it, so that 0 and n successes have one too.
    private static double GuessedVariance(ShareCounts counts, double bound)
    {
        double n = counts.Trials;
        return ((counts.Share * counts.FailureShare) + (bound / (4 * n))) / n;
    }

    /// <summary>λ times the distance from an observed share down to the one that a multiplier λ allows, and the derivative by λ.</summary>
    /// <remarks>
    /// With a = λ/n the share p solves ap² − (1 + a)p + observed = 0. Both it and its complement come out of sums of terms that are not
    /// negative. For n successes p stays 1 until λ reaches n: there the derivative has a step and may be 0/0.
    /// </remarks>
    private static (double Value, double Slope) Part(double observed, double complement, double n, double multiplier)
    {
        double a = multiplier / n;
        double root = Math.Sqrt(((1 - a) * (1 - a)) + (4 * a * complement));
        double share = 2 * observed / (1 + a + root);
        double rest = a < 1 ? 2 * complement / (1 - a + root) : (a - 1 + root) / (2 * a);
        double slope = a * share * rest;
        return (multiplier * slope, slope * (1 + (1 / root)));
    }
}
