namespace CxMetrics.Calculation.Revenue;

/// <summary>The share of customers kept over a period, 0 to 1: one minus <see cref="LogoChurn"/>.</summary>
public static class LogoRetention
{
    /// <summary>The retention rate of the customers present at the start.</summary>
    /// <param name="opening">The customers active at the start.</param>
    /// <param name="lost">Those of them who are not active at the end.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> for no customers at the start; otherwise as <see cref="Proportion.FromCounts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, more were lost than present, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromCounts(
        long opening,
        long lost,
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    )
    {
        LogoChurn.ThrowIfInvalid(opening, lost);
        return Proportion.FromCounts(opening - lost, opening, level, method);
    }
}
