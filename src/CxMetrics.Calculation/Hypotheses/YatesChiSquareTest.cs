using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Hypotheses;

/// <summary>The chi-square test of equal shares with continuity correction, one degree of freedom.</summary>
/// <remarks>
/// χ² = (max(0, |p₂ − p₁| − ½(1/n₁ + 1/n₂)))²/(p(1 − p)(1/n₁ + 1/n₂)) with the share p of both sides together; the same numbers as R's
/// <c>prop.test</c>. Close to <see cref="FisherExactTest"/>. Source: Yates (1934), Supplement to the Journal of the Royal Statistical
/// Society 1, 217-235.
/// </remarks>
public static class YatesChiSquareTest
{
    /// <summary>χ², 0 or more.</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <returns>The statistic; null where a side has no trials, or all trials of both have the same outcome.</returns>
    public static double? Statistic(ShareCounts first, ShareCounts second) =>
        Root(first, second) is { } root ? root * root : null;

    /// <summary>P(X² ≥ χ²).</summary>
    /// <param name="first">The first side.</param>
    /// <param name="second">The second side.</param>
    /// <returns>The p-value, which is two-sided; null as <see cref="Statistic"/>.</returns>
    public static double? TwoSidedPValue(ShareCounts first, ShareCounts second) =>
        Root(first, second) is { } root ? StandardNormal.TwoSidedTail(root) : null;

    private static double? Root(ShareCounts first, ShareCounts second)
    {
        if (PooledZTest.Statistic(first, second) is not { } z)
        {
            return null;
        }

        double correction = ((1.0 / first.Trials) + (1.0 / second.Trials)) / 2;
        return Math.Max(0, Math.Abs(z) - (correction / PooledZTest.StandardError(first, second)));
    }
}
