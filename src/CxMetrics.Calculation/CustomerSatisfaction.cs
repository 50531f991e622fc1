namespace CxMetrics.Calculation;

/// <summary>Customer satisfaction (CSAT): the share of satisfied answers, from 0 to 1.</summary>
/// <remarks>
/// Satisfied are the answers at or beyond a threshold, the top boxes of the scale unless another is given; neutral answers stay in the
/// total. Shares on different scales are not comparable: a random answerer scores 0.29 on 7 points and 0.50 on 4. The mean of the same
/// answers is <see cref="MeanRating"/>.
/// </remarks>
public static class CustomerSatisfaction
{
    /// <summary>The threshold that applies unless the question has its own: the last point of <see cref="RatingScale.TopBoxes"/>.</summary>
    /// <param name="scale">The scale of the question.</param>
    /// <returns>The lowest score that counts as satisfied; where lower is better, the highest.</returns>
    public static int SatisfiedFrom(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return scale.Direction == ScaleDirection.HigherIsBetter
            ? scale.Maximum - scale.TopBoxes + 1
            : scale.Minimum + scale.TopBoxes - 1;
    }

    /// <summary>The number of satisfied answers.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="satisfiedFrom">The threshold, itself satisfied; null for <see cref="SatisfiedFrom"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is off the scale.</exception>
    public static long CountSatisfied(RatingDistribution distribution, int? satisfiedFrom = null)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        RatingScale scale = distribution.Scale;
        int threshold = satisfiedFrom ?? SatisfiedFrom(scale);
        if (!scale.Contains(threshold))
        {
            throw new ArgumentOutOfRangeException(nameof(satisfiedFrom), threshold, $"The scale is {scale}.");
        }

        return scale.Direction == ScaleDirection.HigherIsBetter
            ? distribution.CountBetween(threshold, scale.Maximum)
            : distribution.CountBetween(scale.Minimum, threshold);
    }

    /// <summary>The share of satisfied answers with its interval.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="satisfiedFrom">The threshold, itself satisfied; null for <see cref="SatisfiedFrom"/>.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> for no answers; otherwise as <see cref="Proportion.FromCounts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is off the scale, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate TopBox(
        RatingDistribution distribution,
        int? satisfiedFrom = null,
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    )
    {
        long satisfied = CountSatisfied(distribution, satisfiedFrom);
        return Proportion.FromCounts(satisfied, distribution.Total, level, method);
    }
}
