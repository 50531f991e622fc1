namespace CxMetrics.Calculation;

/// <summary>The Customer Effort Score (CES) in its three forms: mean, share agreeing and net ease.</summary>
/// <remarks>
/// CES 2.0 asks for agreement with "the company made it easy to handle my issue" on 1 to 7, higher is better; CES 1.0 asked for the effort
/// on 1 to 5, lower is better (Dixon, Freeman and Toman 2010, Harvard Business Review 88(7/8), 116-122). The direction of the scale decides
/// which side is the good one; answers on different scales are never pooled.
/// </remarks>
public static class CustomerEffortScore
{
    /// <summary>The mean answer, in points of the scale: CES proper.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> for no answers; otherwise as <see cref="MeanRating.FromDistribution"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate Mean(
        RatingDistribution distribution,
        double level = ConfidenceLevel.Default,
        MeanIntervalMethod method = MeanIntervalMethod.PseudoAnswers
    ) => MeanRating.FromDistribution(distribution, level, method);

    /// <summary>The share of answers strictly on the good side of the midpoint, 0 to 1: 5 to 7 of 1 to 7, 4 and 5 of 1 to 5.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> for no answers; otherwise as <see cref="Proportion.FromCounts"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate ShareAgreeing(
        RatingDistribution distribution,
        double level = ConfidenceLevel.Default,
        ShareIntervalMethod method = ShareIntervalMethod.Wilson
    ) => Proportion.FromCounts(CountAgreeing(distribution), distribution.Total, level, method);

    /// <summary>Where agreement begins unless the question has its own threshold: the first point on the good side of the midpoint.</summary>
    /// <param name="scale">The scale of the question.</param>
    /// <returns>The lowest score that counts as agreeing; where lower is better, the highest.</returns>
    public static int AgreeFrom(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        int points = scale.Points / 2;
        return scale.Direction == ScaleDirection.HigherIsBetter
            ? scale.Maximum - points + 1
            : scale.Minimum + points - 1;
    }

    /// <summary>The number of answers that agree.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="agreeFrom">The threshold, itself agreeing; null for <see cref="AgreeFrom"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The threshold is off the scale.</exception>
    public static long CountAgreeing(RatingDistribution distribution, int? agreeFrom = null)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        return CustomerSatisfaction.CountSatisfied(distribution, agreeFrom ?? AgreeFrom(distribution.Scale));
    }

    /// <summary>Net ease, the share of easy minus the share of difficult answers, −1 to 1; see <see cref="NetEaseBands"/>.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns><see cref="Estimate.None"/> for no answers; otherwise as <see cref="NetScore.FromCounts(NetCounts, double, NetScoreIntervalMethod)"/>.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate NetEase(
        RatingDistribution distribution,
        double level = ConfidenceLevel.Default,
        NetScoreIntervalMethod method = NetScoreIntervalMethod.TangoScore
    ) => NetScore.FromCounts(NetEaseBands.FromDistribution(distribution).ToNetCounts(), level, method);
}
