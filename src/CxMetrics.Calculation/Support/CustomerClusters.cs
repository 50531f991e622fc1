using System.Runtime.InteropServices;
using CxMetrics.Calculation.Clustering;

namespace CxMetrics.Calculation.Support;

/// <summary>Successes and trials by customer: rows of one customer resemble each other, and the interval has to know.</summary>
internal sealed class CustomerClusters
{
    private const double ConcentratedFrom = 0.25;

    private readonly Dictionary<(string? Customer, long Group), (long Successes, long Trials)> _counts = [];

    /// <summary>Counts a trial.</summary>
    /// <param name="customer">Its customer; null when unknown.</param>
    /// <param name="group">What it belongs with when the customer is unknown.</param>
    /// <param name="isSuccess">Whether it is a success.</param>
    public void Add(string? customer, long group, bool isSuccess)
    {
        (string?, long) key = (customer, customer is null ? group : 0);
        ref (long Successes, long Trials) count = ref CollectionsMarshal.GetValueRefOrAddDefault(_counts, key, out _);
        count = (count.Successes + (isSuccess ? 1 : 0), count.Trials + 1);
    }

    /// <summary>
    /// The share with Wilson's interval, its size that of independent trials; with <paramref name="caveats"/> and concentration.
    /// </summary>
    public Estimate ToShare(double level, Caveats caveats)
    {
        ClusterCounts[] clusters =
        [
            .. _counts.Values.Select(count => new ClusterCounts(count.Successes, count.Trials)),
        ];

        // In one order whatever the order of the tickets was, so that sums round alike.
        Array.Sort(clusters, (one, other) => (one.Trials, one.Successes).CompareTo((other.Trials, other.Successes)));
        Estimate share = ClusteredShare.FromClusters(clusters, level);
        bool isConcentrated = _counts.Any(count =>
            count.Key.Customer is not null && count.Value.Trials > ConcentratedFrom * share.SampleSize
        );
        return share with { Caveats = caveats | (isConcentrated ? Caveats.Concentrated : Caveats.None) };
    }
}
