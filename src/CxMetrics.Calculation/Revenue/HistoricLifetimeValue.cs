namespace CxMetrics.Calculation.Revenue;

/// <summary>The historic lifetime value: what customers have brought to date, (revenue − refunds) × margin, as a mean over customers.</summary>
/// <remarks>
/// A fact for each customer, hence no interval there; the interval of the mean, Student's t over customers, describes customers like these.
/// Not a forecast: what customers will still bring is the residual value.
/// </remarks>
public static class HistoricLifetimeValue
{
    /// <summary>The mean with its interval.</summary>
    /// <param name="revenue">The revenue of each customer to date, none negative.</param>
    /// <param name="refunds">The refunds of the same customers, in the same order, none negative.</param>
    /// <param name="margin">The margin, 0 to 1; 1 makes it a revenue lifetime value.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>As <see cref="Mean.FromValues(ReadOnlySpan{double}, double)"/>: no interval for one customer, or where all agree.</returns>
    /// <exception cref="ArgumentException">The lists differ in length.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is negative or not finite, the margin is not from 0 to 1, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromCustomers(
        ReadOnlySpan<double> revenue,
        ReadOnlySpan<double> refunds,
        double margin = 1,
        double level = ConfidenceLevel.Default
    )
    {
        AccountAmounts.ThrowIfInvalid(revenue, nameof(revenue), refunds, nameof(refunds));
        if (!(margin >= 0 && margin <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(margin), margin, "A margin is from 0 to 1.");
        }

        double[] values = new double[revenue.Length];
        for (int index = 0; index < values.Length; index++)
        {
            values[index] = (revenue[index] - refunds[index]) * margin;
        }

        return Mean.FromValues(values, level);
    }
}
