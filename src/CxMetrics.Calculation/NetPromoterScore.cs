using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation;

/// <summary>The Net Promoter Score, in points from −100 to 100.</summary>
/// <remarks>
/// 100 · (promoters − detractors) / answers, on one question answered from 0 to 10; passives count in the total (Reichheld 2003,
/// Harvard Business Review 81(12), 46-54). The standard error is 100 √((p + d − (p − d)²)/n). Default interval: Tango's score interval,
/// which covers what it says from n = 5 on where plain Wald covers 67 % instead of 95 %.
/// </remarks>
public static class NetPromoterScore
{
    internal const int PointsPerOne = 100;

    /// <summary>The score from its three counts.</summary>
    /// <param name="bands">The answers by band.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> when nothing was counted. Otherwise value, standard error and limits in points; the interval holds the
    /// value, lies within −100 to 100 and has a width, for a single answer too. Plain Wald has none where all answers agree: there Tango's
    /// interval answers and is named in <see cref="ConfidenceInterval.Method"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromBands(
        NetPromoterBands bands,
        double level = ConfidenceLevel.Default,
        NetScoreIntervalMethod method = NetScoreIntervalMethod.TangoScore
    ) => NetScore.FromCounts(bands.ToNetCounts(), level, method, PointsPerOne);

    /// <summary>The score from the answers of a 0 to 10 question; see <see cref="FromBands"/>.</summary>
    /// <param name="distribution">The answers, on <see cref="RatingScale.NetPromoter"/>.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <exception cref="ArgumentException">The answers are on another scale.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromDistribution(
        RatingDistribution distribution,
        double level = ConfidenceLevel.Default,
        NetScoreIntervalMethod method = NetScoreIntervalMethod.TangoScore
    ) => FromBands(NetPromoterBands.FromDistribution(distribution), level, method);

    /// <summary>The score of answers with unequal weights; see <see cref="WeightedNetScore"/>.</summary>
    /// <param name="scores">The answers, 0 to 10.</param>
    /// <param name="weights">One weight per answer, finite, none negative, not all 0. Their unit does not matter.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="variance">How the weights change the variance.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no answers; otherwise the score in points with its effective sample size and an interval that has a
    /// width.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many weights as scores.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A score is not from 0 to 10, a weight is not finite or negative, all weights are 0, the level is not strictly between 0 and 1, or
    /// the variance is unknown.
    /// </exception>
    public static Estimate FromWeightedScores(
        ReadOnlySpan<int> scores,
        ReadOnlySpan<double> weights,
        double level = ConfidenceLevel.Default,
        WeightingVariance variance = WeightingVariance.Kish
    )
    {
        foreach (int score in scores)
        {
            if (!RatingScale.NetPromoter.Contains(score))
            {
                throw new ArgumentOutOfRangeException(
                    nameof(scores),
                    score,
                    $"The scale is {RatingScale.NetPromoter}."
                );
            }
        }

        return WeightedNetScore.FromAnswers(
            scores,
            weights,
            NetPromoterBands.HighestDetractor,
            NetPromoterBands.HighestPassive + 1,
            level,
            variance,
            PointsPerOne
        );
    }

    /// <summary>The score where several answers come from one account; see <see cref="ClusteredNetScore"/>.</summary>
    /// <param name="accounts">The answers by account; accounts without answers are left out.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no answers; otherwise the score in points with its effective sample size and an interval that has a
    /// width. <see cref="Caveats.Concentrated"/> when one account is more than a quarter of the answers.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public static Estimate FromAccounts(ReadOnlySpan<NetPromoterBands> accounts, double level = ConfidenceLevel.Default)
    {
        NetPromoterBands all = default;
        foreach (NetPromoterBands account in accounts)
        {
            all += account;
        }

        return ClusteredNetScore.FromTotals(all.ToNetCounts(), ClusterTotals.Of(accounts), level, PointsPerOne);
    }

    /// <summary>
    /// The score of exactly these customers, of whom some have answered; see
    /// <see cref="NetScore.FromFinitePopulation(NetCounts, long, double)"/>.
    /// </summary>
    /// <param name="bands">The answers by band, one per customer.</param>
    /// <param name="population">How many customers there are, at least as many as answered.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> when nothing was counted; otherwise the score in points, known without error where all have answered.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The population is smaller than the number of answers, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromFinitePopulation(
        NetPromoterBands bands,
        long population,
        double level = ConfidenceLevel.Default
    ) => NetScore.FromFinitePopulation(bands.ToNetCounts(), population, level, PointsPerOne);
}
