namespace CxMetrics.Calculation.Comparisons;

/// <summary>The difference of two Net Promoter Scores, second minus first, in points from −200 to 200.</summary>
/// <remarks>As <see cref="NetScoreDifference"/>, times 100.</remarks>
public static class NetPromoterDifference
{
    /// <summary>The difference of two independent scores with its interval and p-value.</summary>
    /// <param name="first">The first side, the baseline.</param>
    /// <param name="second">The second side, the current one.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// As <see cref="NetScoreDifference.FromCounts(NetCounts, NetCounts, double, NetScoreDifferenceMethod)"/>, in points.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static DifferenceEstimate FromBands(
        NetPromoterBands first,
        NetPromoterBands second,
        double level = ConfidenceLevel.Default,
        NetScoreDifferenceMethod method = NetScoreDifferenceMethod.TangoSquareAndAdd
    ) =>
        NetScoreDifference.FromCounts(
            first.ToNetCounts(),
            second.ToNetCounts(),
            level,
            method,
            NetPromoterScore.PointsPerOne
        );

    /// <summary>The difference of two scores where some respondents answered both times.</summary>
    /// <param name="onlyFirst">Those who answered the first time only.</param>
    /// <param name="onlySecond">Those who answered the second time only.</param>
    /// <param name="both">Those who answered both times: negative are detractors, neutral passives and positive promoters.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// As <see cref="NetScoreDifference.FromOverlappingSamples(NetCounts, NetCounts, PairedNetCounts, double)"/>, in points.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">A total exceeds <see cref="long.MaxValue"/>.</exception>
    public static DifferenceEstimate FromOverlappingSamples(
        NetPromoterBands onlyFirst,
        NetPromoterBands onlySecond,
        PairedNetCounts both,
        double level = ConfidenceLevel.Default
    ) =>
        NetScoreDifference.FromOverlappingSamples(
            onlyFirst.ToNetCounts(),
            onlySecond.ToNetCounts(),
            both,
            level,
            NetPromoterScore.PointsPerOne
        );
}
