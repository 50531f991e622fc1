using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Revenue;

/// <summary>Gross revenue retention, 0 to 1: what is left of the revenue of the start, expansion not counted.</summary>
/// <remarks>
/// GRR = Σ min(e, s)/Σs over the accounts with s &gt; 0: a mean of shares from 0 to 1, weighted by revenue. Its default interval is Wilson's with
/// Kish's number of accounts (Σs)²/Σs² in place of n: conservative, since no variable on 0 to 1 varies more than one that is 0 or 1, and
/// never of zero width. Coverage at 95 % from .958 to .980 in twelve settings; the linearised interval has .545 to .930 there, because
/// losses that are rare have often not been seen. Sources: Wilson (1927), JASA 22, 209-212; Kish (1965), Survey Sampling.
/// </remarks>
public static class GrossRevenueRetention
{
    /// <summary>GRR with its interval.</summary>
    /// <param name="start">The MRR of each account at the start, none negative.</param>
    /// <param name="end">The MRR of the same accounts at the end, in the same order and in the currency of the start.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> when no account paid at the start. Otherwise a value from 0 to 1 in an interval that holds it, stays
    /// there and has a width; where the method asked for has none, the default answers and is named. Standard error and caveats as in
    /// <see cref="NetRevenueRetention"/>.
    /// </returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromAccounts(
        ReadOnlySpan<double> start,
        ReadOnlySpan<double> end,
        double level = ConfidenceLevel.Default,
        GrossRetentionIntervalMethod method = GrossRetentionIntervalMethod.WilsonKish
    )
    {
        AccountAmounts.ThrowIfInvalid(start, nameof(start), end, nameof(end));
        ConfidenceLevel.ThrowIfInvalid(level);
        _ = method.ToShortName();
        return RetentionEstimate.Gross(AccountAmounts.Ratio(start, end, Math.Min), level, method);
    }
}
