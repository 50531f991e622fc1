using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Clustering;

/// <summary>A share of successes, 0 to 1, where trials come in clusters that resemble each other: several answers per account.</summary>
/// <remarks>
/// With G clusters of m trials and x successes each, n trials in all and p = Σx/n: variance G/(G − 1) · Σ(x − mp)²/n² (linearised, clusters
/// drawn with replacement), design effect variance/(s²/n) with s² = p(1 − p)n/(n − 1), effective sample size n/design effect, and Wilson's
/// interval with that size. Source: Kish (1965), Survey Sampling; same numbers as R's <c>survey::svymean</c> with <c>deff = "replace"</c>.
/// </remarks>
public static class ClusteredShare
{
    /// <summary>The share with its interval.</summary>
    /// <param name="clusters">The counts by cluster; clusters without trials are left out.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no trials. Otherwise the value with <see cref="Estimate.EffectiveSampleSize"/> and Wilson's interval.
    /// The standard error is null for one cluster. Where the clusters show no spread (one cluster, all trials alike, or the same share in
    /// each) the design effect cannot be estimated: the effective size is then (Σm)²/Σm², the number of clusters that count, as if
    /// the trials of a cluster always agreed. <see cref="Caveats.Concentrated"/> when one cluster is more than a quarter of the trials.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public static Estimate FromClusters(ReadOnlySpan<ShareCounts> clusters, double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ClusterTotals totals = ClusterTotals.Of(clusters);
        if (totals.Count == 0)
        {
            return Estimate.None;
        }

        ShareCounts counts = new(totals.Sum, totals.Count);
        double share = counts.Share;
        double effective = totals.EffectiveSampleSize(share * counts.FailureShare);
        return new Estimate
        {
            Value = share,
            StandardError = totals.StandardError,
            Interval = WilsonInterval.FromShare(share, effective, level).ToInterval(level, IntervalMethodNames.Wilson),
            SampleSize = totals.Count,
            EffectiveSampleSize = effective,
            Caveats = totals.Caveats,
        };
    }
}
