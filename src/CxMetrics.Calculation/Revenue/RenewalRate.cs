namespace CxMetrics.Calculation.Revenue;

/// <summary>Renewal rates over the contracts that came up for renewal in a period: by value, by value without uplift, and by number.</summary>
/// <remarks>
/// The unit is the contract. The formulas, intervals and caveats are those of <see cref="NetRevenueRetention"/>,
/// <see cref="GrossRevenueRetention"/> and <see cref="LogoRetention"/> with the value due in place of the MRR at the start. Contracts that
/// were not due are not in it: where terms are unknown there is no renewal rate.
/// </remarks>
public static class RenewalRate
{
    /// <summary>The net renewal rate: renewed value, uplift included, per unit of value due.</summary>
    /// <param name="due">The value of each contract that came up for renewal, none negative.</param>
    /// <param name="renewed">The value it was renewed at, 0 when it was not, in the same order.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> when nothing was due.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    /// <exception cref="OverflowException">The ratio is larger than any number.</exception>
    public static Estimate Net(
        ReadOnlySpan<double> due,
        ReadOnlySpan<double> renewed,
        double level = ConfidenceLevel.Default,
        NetRetentionIntervalMethod method = NetRetentionIntervalMethod.FiellerT
    )
    {
        AccountAmounts.ThrowIfInvalid(due, nameof(due), renewed, nameof(renewed));
        return NetRevenueRetention.FromAccounts(due, renewed, level, method);
    }

    /// <summary>The gross renewal rate, 0 to 1: renewed value, each contract capped at the value due, per unit of value due.</summary>
    /// <param name="due">The value of each contract that came up for renewal, none negative.</param>
    /// <param name="renewed">The value it was renewed at, 0 when it was not, in the same order.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> when nothing was due.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate Gross(
        ReadOnlySpan<double> due,
        ReadOnlySpan<double> renewed,
        double level = ConfidenceLevel.Default,
        GrossRetentionIntervalMethod method = GrossRetentionIntervalMethod.WilsonKish
    )
    {
        AccountAmounts.ThrowIfInvalid(due, nameof(due), renewed, nameof(renewed));
        return GrossRevenueRetention.FromAccounts(due, renewed, level, method);
    }

    /// <summary>The logo renewal rate, 0 to 1: the share of contracts due that were renewed.</summary>
    /// <param name="due">The number of contracts that came up for renewal.</param>
    /// <param name="renewed">The number of them that were renewed.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> when nothing was due.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more were renewed than due, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate Logo(
        long due,
        long renewed,
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    )
    {
        LogoChurn.ThrowIfInvalid(due, renewed);
        return Proportion.FromCounts(renewed, due, level, method);
    }
}
