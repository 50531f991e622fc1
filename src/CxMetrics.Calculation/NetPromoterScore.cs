namespace CxMetrics.Calculation;

/// <summary>The Net Promoter Score, in points from −100 to 100.</summary>
/// <remarks>
/// 100 · (promoters − detractors) / answers, on one question answered from 0 to 10; passives count in the total (Reichheld 2003,
/// Harvard Business Review 81(12), 46-54). The standard error is 100 √((p + d − (p − d)²)/n). Default interval: Tango's score interval,
/// which covers what it says from n = 5 on where plain Wald covers 67 % instead of 95 %.
/// </remarks>
public static class NetPromoterScore
{
    private const int PointsPerOne = 100;

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
}
