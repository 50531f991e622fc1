using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Hypotheses;

/// <summary>The z test of equal shares with the pooled variance; its square is Pearson's chi-square of the two by two table.</summary>
/// <remarks>
/// z = (p₂ − p₁)/√(p(1 − p)(1/n₁ + 1/n₂)) with the share p of both sides together. Trust it where each side has some ten successes and
/// failures. Source: Pearson (1900), Philosophical Magazine 50, 157-175.
/// </remarks>
public static class PooledZTest
{
    /// <summary>z, positive where the second share is larger.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <returns>The statistic; null where a side has no trials, or all trials of both have the same outcome.</returns>
    public static double? Statistic(ShareCounts first, ShareCounts second)
    {
        double error = StandardError(first, second);
        return error > 0
            ? QuotientDifference.Of(first.Successes, first.Trials, second.Successes, second.Trials) / error
            : null;
    }

    /// <summary>P(|Z| ≥ |z|).</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <returns>The two-sided p-value; null as <see cref="Statistic"/>.</returns>
    public static double? TwoSidedPValue(ShareCounts first, ShareCounts second) =>
        Statistic(first, second) is { } z ? StandardNormal.TwoSidedTail(z) : null;

    /// <summary>√(p(1 − p)(1/n₁ + 1/n₂)); 0 where a side has no trials.</summary>
    internal static double StandardError(ShareCounts first, ShareCounts second)
    {
        if (first.Trials == 0 || second.Trials == 0)
        {
            return 0;
        }

        double m = first.Trials;
        double n = second.Trials;
        double successes = (double)first.Successes + second.Successes;
        double failures = (double)first.Failures + second.Failures;
        return Math.Sqrt(successes / m * (failures / n) / (m + n));
    }
}
