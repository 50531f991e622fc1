using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The Agresti-Caffo interval for a difference of shares, on the scale −1 to 1.</summary>
/// <remarks>
/// Wald after adding one success and one failure to each side: with p̃ = (x + 1)/(n + 2) the difference p̃₂ − p̃₁ ± z √(Σ p̃(1 − p̃)/(n +
/// 2)). Closed form, so it can leave −1 to 1 and, with very unequal sides, miss the observed difference. Source: Agresti and Caffo (2000),
/// The American Statistician 54, 280-288.
/// </remarks>
public static class AgrestiCaffoInterval
{
    /// <summary>The interval of second − first from counts, clipped to −1 to 1.</summary>
    /// <param name="first">The first side; may have no trials, since the additions count.</param>
    /// <param name="second">The second side; may have no trials.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(
        ShareCounts first,
        ShareCounts second,
        double level = ConfidenceLevel.Default
    ) => Unclipped(first, second, level).ClippedTo(-1, 1);

    /// <summary>The interval as the formula gives it, possibly outside −1 to 1.</summary>
    /// <param name="first">The first side; may have no trials, since the additions count.</param>
    /// <param name="second">The second side; may have no trials.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static IntervalLimits Unclipped(
        ShareCounts first,
        ShareCounts second,
        double level = ConfidenceLevel.Default
    ) => Adjusted(first, second).Limits(level);

    internal static WaldDifference Adjusted(ShareCounts first, ShareCounts second)
    {
        double m = first.Trials + 2.0;
        double n = second.Trials + 2.0;
        return new WaldDifference(
            ((second.Successes + 1.0) / n) - ((first.Successes + 1.0) / m),
            Math.Sqrt(Variance(first, m) + Variance(second, n))
        );
    }

    private static double Variance(ShareCounts counts, double trials) =>
        (counts.Successes + 1.0) / trials * ((counts.Failures + 1.0) / trials) / trials;
}
