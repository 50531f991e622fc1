namespace CxMetrics.Calculation.Revenue;

/// <summary>How many customers of a cohort, or of all cohorts old enough, were active at one age.</summary>
/// <param name="Age">The number of periods since the cohort's own, 0 for that one.</param>
/// <param name="Size">The customers that could have been active at this age.</param>
/// <param name="Active">Those active at exactly this age.</param>
/// <param name="ActiveNowOrLater">Those active at this age or at a later one that was observed.</param>
public readonly record struct CohortAge(int Age, long Size, long Active, long ActiveNowOrLater)
{
    /// <summary>The share active at exactly this age: for products that are used every period.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>As <see cref="Proportion.FromCounts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public Estimate Retention(
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    ) => Proportion.FromCounts(Active, Size, level, method);

    /// <summary>The share active at this age or later: for rare use. It never rises with age.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// As <see cref="Proportion.FromCounts"/>. With <see cref="Caveats.Provisional"/>: who has not come back yet may still do so, so that
    /// the last ages are too low and move with every period.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public Estimate RollingRetention(
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    ) =>
        Proportion.FromCounts(ActiveNowOrLater, Size, level, method) with
        {
            Caveats = Age == 0 ? Caveats.None : Caveats.Provisional,
        };
}
