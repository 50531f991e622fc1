using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>Whether a share, such as answers that carry a theme, is surprisingly high against a baseline share.</summary>
/// <remarks>
/// With x of m in the baseline and Jeffreys' prior the share has the distribution Beta(x + ½, m − x + ½), and the successes among n current
/// trials the beta-binomial one: mean n(x + ½)/(m + 1). Trials count as independent; many answers of one account make the p-value too
/// small. The ratio of the shares has the interval of Donner and Zou (2012, "MOVER-R") from the two Wilson intervals, which needs no logarithm
/// of 0. Sources: Jeffreys (1961), Theory of Probability; Skellam (1948), JRSS B 10, 257-261; Donner and Zou (2012), Statistical Methods in
/// Medical Research 21, 347-359.
/// </remarks>
public static class ShareSurge
{
    /// <summary>The surge of k of n against x of m.</summary>
    /// <param name="successes">The current successes, k.</param>
    /// <param name="trials">The current trials, n, at most 10⁹.</param>
    /// <param name="baselineSuccesses">The baseline's successes, x.</param>
    /// <param name="baselineTrials">The baseline's trials, m, at most 10⁹. Without any, only the prior speaks.</param>
    /// <param name="level">The two-sided level of the prediction and of the ratio's interval.</param>
    /// <returns>The surge; without current trials nothing is expected, the p-value is 1 and there is no ratio.</returns>
    /// <remarks>Time grows with the trials within some ten standard deviations of the expected count; all of them where the baseline is empty.</remarks>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, exceeds its trials or 10⁹, or the level is not strictly between 0 and 1.</exception>
    public static Surge FromCounts(
        long successes,
        long trials,
        long baselineSuccesses,
        long baselineTrials,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        CountLaws.ThrowIfInvalid(trials, nameof(trials));
        ArgumentOutOfRangeException.ThrowIfNegative(successes);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(successes, trials);
        CountLaws.ThrowIfInvalid(baselineTrials, nameof(baselineTrials));
        ArgumentOutOfRangeException.ThrowIfNegative(baselineSuccesses);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(baselineSuccesses, baselineTrials);
        BetaBinomialLaw law = Predictive(trials, baselineSuccesses, baselineTrials);
        return new Surge
        {
            Count = successes,
            Expected = law.Mean,
            PValue = law.AtLeast(successes),
            UpperLimit = CountLaws.UpperLimit(law, (1 - level) / 2),
            Ratio = Ratio(successes, trials, baselineSuccesses, baselineTrials, level),
        };
    }

    /// <summary>The distribution of the successes among some trials, given a baseline.</summary>
    internal static BetaBinomialLaw Predictive(long trials, long baselineSuccesses, long baselineTrials) =>
        new(trials, baselineSuccesses + 0.5, baselineTrials - baselineSuccesses + 0.5);

    private static Estimate Ratio(long k, long n, long x, long m, double level)
    {
        if (n == 0 || x == 0)
        {
            return Estimate.None with { SampleSize = n + m };
        }

        double now = (double)k / n;
        double before = (double)x / m;
        return new Estimate
        {
            Value = now / before,
            StandardError = null,
            Interval = RatioLimits(
                    now,
                    WilsonInterval.FromCounts(k, n, level),
                    before,
                    WilsonInterval.FromCounts(x, m, level)
                )
                .Containing(now / before)
                .ToInterval(level, IntervalMethodNames.MoverRatio),
            SampleSize = n + m,
        };
    }

    // The lower limit is multiplied out so that it has no quotient 0/0 where twice the baseline share meets its upper limit.
    private static IntervalLimits RatioLimits(
        double now,
        IntervalLimits nowLimits,
        double before,
        IntervalLimits beforeLimits
    )
    {
        double product = now * before;
        double down = nowLimits.Lower * ((2 * now) - nowLimits.Lower);
        double up = nowLimits.Upper * ((2 * now) - nowLimits.Upper);
        double most = beforeLimits.Upper * ((2 * before) - beforeLimits.Upper);
        double least = beforeLimits.Lower * ((2 * before) - beforeLimits.Lower);
        return new IntervalLimits(
            down > 0 ? down / (product + Math.Sqrt((product * product) - (down * most))) : 0,
            (product + Math.Sqrt((product * product) - (up * least))) / least
        );
    }
}
