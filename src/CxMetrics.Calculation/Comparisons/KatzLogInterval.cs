using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The logarithmic interval of Katz for a ratio of shares.</summary>
/// <remarks>
/// p₂/p₁ · exp(±z √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂)). Source: Katz, Baptista, Azen and Pike (1978), Biometrics 34, 469-474.
/// </remarks>
public static class KatzLogInterval
{
    /// <summary>The interval of second over first from counts.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The limits, above 0; null where a side has no successes. Of no width where each side has successes only.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static IntervalLimits? FromCounts(
        ShareCounts first,
        ShareCounts second,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        if (first.Successes == 0 || second.Successes == 0)
        {
            return null;
        }

        IntervalLimits logarithms = WaldInterval.FromStandardError(
            Math.Log(second.Share / first.Share),
            LogStandardError(first, second),
            level
        );
        return new IntervalLimits(Math.Exp(logarithms.Lower), Math.Exp(logarithms.Upper));
    }

    // 1/x − 1/n = (1 − p)/x, which does not cancel where nearly all trials succeed.
    internal static double LogStandardError(ShareCounts first, ShareCounts second) =>
        Math.Sqrt((first.FailureShare / first.Successes) + (second.FailureShare / second.Successes));
}
