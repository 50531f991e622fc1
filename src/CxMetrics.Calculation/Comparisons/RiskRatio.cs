using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>The ratio of two shares, second over first, 0 or more: the relative risk.</summary>
/// <remarks>
/// p₂/p₁ with the standard error p₂/p₁ · √(1/x₁ − 1/n₁ + 1/x₂ − 1/n₂) and <see cref="KatzLogInterval"/>. 1 means no difference; a ratio of
/// 1.1 is a rise by a tenth of the first share.
/// </remarks>
public static class RiskRatio
{
    /// <summary>The ratio with its interval.</summary>
    /// <param name="first">The first side, the baseline.</param>
    /// <param name="second">The second side, the current one.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// Value null where the first share is 0 or a side has no trials. Standard error and interval are null too where the second share is 0;
    /// the interval also where both shares are 1, since the formula then has no width. The sample size is that of both sides.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The trials of both sides exceed <see cref="long.MaxValue"/>.</exception>
    public static Estimate FromCounts(ShareCounts first, ShareCounts second, double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        double? ratio = first.Successes > 0 && second.Trials > 0 ? second.Share / first.Share : null;
        double? error = ratio > 0 ? ratio * KatzLogInterval.LogStandardError(first, second) : null;
        IntervalLimits? limits = error > 0 ? KatzLogInterval.FromCounts(first, second, level) : null;
        return new Estimate
        {
            Value = ratio,
            StandardError = error,
            Interval = limits?.Containing(ratio ?? 0).ToInterval(level, IntervalMethodNames.KatzLog),
            SampleSize = first.Trials + second.Trials,
        };
    }
}
