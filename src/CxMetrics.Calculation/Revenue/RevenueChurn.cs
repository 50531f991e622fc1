using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Revenue;

/// <summary>MRR churn rates: what was lost in a period per unit of the MRR at its start.</summary>
/// <remarks>
/// Ratios of sums over the accounts with s &gt; 0. By cohort, from start and end only: gross churn Σ max(s − e, 0)/Σs = 1 − GRR and net churn
/// Σ(s − e)/Σs = 1 − NRR. From movements, gross churn counts a loss that was won back within the period, GRR does not: the two agree only
/// where no account went down and up again. Standard errors, intervals and caveats as in <see cref="NetRevenueRetention"/> and
/// <see cref="GrossRevenueRetention"/>.
/// </remarks>
public static class RevenueChurn
{
    /// <summary>Gross MRR churn by cohort, 0 to 1: 1 − GRR.</summary>
    /// <param name="start">The MRR of each account at the start, none negative.</param>
    /// <param name="end">The MRR of the same accounts at the end, in the same order and in the currency of the start.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns><see cref="Estimate.None"/> when no account paid at the start; otherwise the value in Wilson's interval at Kish's number of accounts.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, or the level is not strictly between 0 and 1.</exception>
    public static Estimate Gross(
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> end,
        double level = ConfidenceLevel.Default
    )
    {
        AccountAmounts.ThrowIfInvalid(start, nameof(start), end, nameof(end));
        ConfidenceLevel.ThrowIfInvalid(level);
        return RetentionEstimate.Gross(
            AccountAmounts.Ratio(start, end, (before, after) => Math.Max(before - after, 0)),
            level,
            GrossRetentionIntervalMethod.WilsonKish
        );
    }

    /// <summary>Gross MRR churn from movements: all contraction and churn within the period, per unit of MRR at its start.</summary>
    /// <param name="start">The MRR of each account at the start, none negative.</param>
    /// <param name="losses">What the same accounts lost within the period, contraction and churn added up, in the same order.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> when no account paid at the start; losses of other accounts do not count. An account that lost, won back
    /// and lost again can lose more than it had: the value has no upper limit, and where one did, Fieller's interval answers instead
    /// of Wilson's.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, or the level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The ratio is larger than any number.</exception>
    public static Estimate GrossFromMovements(
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> losses,
        double level = ConfidenceLevel.Default
    )
    {
        AccountAmounts.ThrowIfInvalid(start, nameof(start), losses, nameof(losses));
        ConfidenceLevel.ThrowIfInvalid(level);
        RatioOfSums? ratio = AccountAmounts.Ratio(start, losses, (_, loss) => loss);
        return HaveShares(start, losses)
            ? RetentionEstimate.Gross(ratio, level, GrossRetentionIntervalMethod.WilsonKish)
            : RetentionEstimate.Net(ratio, level, NetRetentionIntervalMethod.FiellerT);
    }

    /// <summary>Net MRR churn by cohort, at most 1 and negative where expansion outweighs losses: 1 − NRR.</summary>
    /// <param name="start">The MRR of each account at the start, none negative.</param>
    /// <param name="end">The MRR of the same accounts at the end, in the same order and in the currency of the start.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns><see cref="Estimate.None"/> when no account paid at the start; otherwise the value in the interval of 1 − <see cref="NetRevenueRetention"/>.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, or the level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The ratio is larger than any number.</exception>
    public static Estimate Net(
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> end,
        double level = ConfidenceLevel.Default
    ) => NetCreditingReactivation(start, end, [], level);

    /// <summary>Net MRR churn that credits the MRR of returned customers, as ChartMogul counts it; not 1 − NRR.</summary>
    /// <param name="start">The MRR of each account at the start, none negative.</param>
    /// <param name="end">The MRR of the same accounts at the end, in the same order and in the currency of the start.</param>
    /// <param name="reactivated">The MRR at the end of each account that had left before the start and is back.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> when no account paid at the start. The returned accounts count in the sample size; they add to the
    /// numerator and not to the denominator.
    /// </returns>
    /// <exception cref="ArgumentException">The lists of the start and the end differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, or the level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The ratio is larger than any number.</exception>
    public static Estimate NetCreditingReactivation(
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> end,
        ReadOnlySpan<double> reactivated,
        double level = ConfidenceLevel.Default
    )
    {
        AccountAmounts.ThrowIfInvalid(start, nameof(start), end, nameof(end));
        AccountAmounts.ThrowIfInvalid(reactivated, nameof(reactivated), reactivated, nameof(reactivated));
        ConfidenceLevel.ThrowIfInvalid(level);
        double[] credits = new double[reactivated.Length];
        for (int index = 0; index < credits.Length; index++)
        {
            credits[index] = -reactivated[index];
        }

        RatioOfSums? ratio = AccountAmounts.Ratio(start, end, (before, after) => before - after, credits);
        return ratio is null ? Estimate.None : RetentionEstimate.Of(ratio, NetInterval(ratio, level));
    }

    private static ConfidenceInterval NetInterval(RatioOfSums churn, double level)
    {
        (IntervalLimits limits, string name) =
            RetentionEstimate.Formula(churn, level, NetRetentionIntervalMethod.FiellerT)
            ?? (
                RetentionEstimate.WithoutSpread(1 - churn.Value, churn.KishNumber, level).OfTheComplement,
                IntervalMethodNames.WilsonKish
            );
        return limits.Containing(churn.Value).ClippedTo(-double.MaxValue, 1).ToInterval(level, name);
    }

    private static bool HaveShares(ReadOnlySpan<double> start, ReadOnlySpan<double> losses)
    {
        for (int index = 0; index < start.Length; index++)
        {
            if (start[index] > 0 && losses[index] > start[index])
            {
                return false;
            }
        }

        return true;
    }
}
