using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Clustering;

/// <summary>A net score, −1 to 1, where answers come in clusters that resemble each other: several answers per account.</summary>
/// <remarks>
/// With G clusters of m answers whose codes (1, 0, −1) add up to x, n answers in all and t = Σx/n: variance G/(G − 1) · Σ(x − mt)²/n²
/// (linearised, clusters drawn with replacement), design effect variance/(s²/n) with s² = (p + d − t²)n/(n − 1), effective sample size
/// n/design effect, and Tango's interval with that size. Source: Kish (1965), Survey Sampling; same numbers as R's <c>survey::svymean</c>
/// with <c>deff = "replace"</c>.
/// </remarks>
public static class ClusteredNetScore
{
    /// <summary>The net score with its interval.</summary>
    /// <param name="clusters">The counts by cluster; clusters without answers are left out.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no answers. Otherwise the value with <see cref="Estimate.EffectiveSampleSize"/> and Tango's
    /// interval, which has a width. The standard error is null for one cluster. Where the clusters show no spread (one cluster, all answers
    /// alike, or the same score in each) the design effect cannot be estimated: the effective size is then (Σm)²/Σm², the number of
    /// clusters that count. <see cref="Caveats.Concentrated"/> when one cluster is more than a quarter of the answers.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public static Estimate FromClusters(ReadOnlySpan<NetCounts> clusters, double level = ConfidenceLevel.Default)
    {
        NetCounts all = default;
        foreach (NetCounts cluster in clusters)
        {
            all += cluster;
        }

        return FromTotals(all, ClusterTotals.Of(clusters), level, unitsPerOne: 1);
    }

    /// <summary>The same in another unit, 100 for points, from the sums over the clusters.</summary>
    internal static Estimate FromTotals(NetCounts all, ClusterTotals totals, double level, int unitsPerOne)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        if (all.Total == 0)
        {
            return Estimate.None;
        }

        double effective = totals.EffectiveSampleSize(all.Variance);
        double value = NetScore.Value(all, unitsPerOne);
        return new Estimate
        {
            Value = value,
            StandardError = unitsPerOne * totals.StandardError,
            Interval = TangoScoreInterval
                .FromShares(all.NegativeShare, all.PositiveShare, effective, level)
                .ScaledBy(unitsPerOne)
                .Containing(value)
                .ToInterval(level, IntervalMethodNames.TangoScore),
            SampleSize = all.Total,
            EffectiveSampleSize = effective,
            Caveats = totals.Caveats,
        };
    }
}
