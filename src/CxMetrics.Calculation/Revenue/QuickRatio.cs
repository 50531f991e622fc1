using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Revenue;

/// <summary>MRR gained per unit of MRR lost: (new + expansion + reactivation)/(contraction + churn).</summary>
/// <remarks>
/// Q = G/L over the customers that moved. With m = g + l per customer the share of gains w = G/(G + L) is a mean of shares weighted by what
/// moved, as gross retention is; its Wilson limits at Kish's number of customers (Σm)²/Σm² give those of Q = w/(1 − w). Simulated coverage
/// at 95 % (our own; three portfolios of 20, 50, 200 and 1,000 customers): .934 to .979; on the logarithmic scale with t .66 to .95, and a
/// third of the smallest samples without any interval, because nobody had lost or gained yet.
/// </remarks>
public static class QuickRatio
{
    /// <summary>The quick ratio with its interval.</summary>
    /// <param name="gains">What each customer gained within the period: new, expansion and, unless it is left out, reactivation.</param>
    /// <param name="losses">What the same customers lost within the period: contraction and churn, in the same order.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="OpenEstimate.None"/> when nothing moved. Without losses there is no value and no upper limit; the lower limit says how
    /// large the ratio is at least. Customers that did not move are left out; those that did are the sample size. The standard error is
    /// the linearised one; null for one customer. Where the logarithm is not defined or its interval has no width, the default answers
    /// and is named. <see cref="Caveats.LowSampleSize"/> below 50 customers, <see cref="Caveats.Concentrated"/> when one is more than a
    /// quarter of all that moved.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    /// <exception cref="OverflowException">The ratio is larger than any number.</exception>
    public static OpenEstimate FromCustomers(
        ReadOnlySpan<double> gains,
        ReadOnlySpan<double> losses,
        double level = ConfidenceLevel.Default,
        QuickRatioIntervalMethod method = QuickRatioIntervalMethod.WilsonKish
    )
    {
        AccountAmounts.ThrowIfInvalid(gains, nameof(gains), losses, nameof(losses));
        ConfidenceLevel.ThrowIfInvalid(level);
        string name = method.ToShortName();
        RatioOfSums? lossShare = LossShare(gains, losses);
        if (lossShare is null)
        {
            return OpenEstimate.None;
        }

        RatioOfSums? ratio = lossShare.Value > 0 ? Ratio(gains, losses) : null;
        OpenEstimate estimate = FromShare(lossShare, level) with
        {
            Value = ratio?.Value,
            StandardError = ratio?.StandardError,
        };
        return
            method == QuickRatioIntervalMethod.LogDeltaT
            && ratio is { HasSpread: true }
            && ratio.Limits(NetRetentionIntervalMethod.LogDeltaT, level) is { IsFinite: true } limits
            ? estimate with
            {
                Lower = limits.Lower,
                Upper = limits.Upper,
                Method = name,
            }
            : estimate;
    }

    // From the share of losses, whose small limits keep their digits.
    private static OpenEstimate FromShare(RatioOfSums lossShare, double level)
    {
        double share = Math.Clamp(lossShare.Value, 0, 1);
        IntervalLimits limits = WilsonInterval.FromShare(share, lossShare.KishNumber, level);
        double upper = (1 - limits.Lower) / limits.Lower;
        return new OpenEstimate
        {
            Value = null,
            StandardError = null,
            Lower = (1 - limits.Upper) / limits.Upper,
            Upper = double.IsFinite(upper) ? upper : null,
            Level = level,
            Method = IntervalMethodNames.WilsonKish,
            SampleSize = lossShare.Count,
            EffectiveSampleSize = lossShare.KishNumber,
            Caveats = lossShare.Caveats,
        };
    }

    // Halved, so that the sum of two amounts is a number.
    private static RatioOfSums? LossShare(ReadOnlySpan<double> gains, ReadOnlySpan<double> losses)
    {
        double[] moved = new double[gains.Length];
        for (int index = 0; index < moved.Length; index++)
        {
            moved[index] = (gains[index] / 2) + (losses[index] / 2);
        }

        return AccountAmounts.Ratio(moved, losses, (_, loss) => loss / 2);
    }

    private static RatioOfSums Ratio(ReadOnlySpan<double> gains, ReadOnlySpan<double> losses)
    {
        List<double> gained = [];
        List<double> lost = [];
        for (int index = 0; index < gains.Length; index++)
        {
            if (gains[index] > 0 || losses[index] > 0)
            {
                gained.Add(gains[index]);
                lost.Add(losses[index]);
            }
        }

        return RatioOfSums.Of([.. gained], [.. lost]);
    }
}
