namespace CxMetrics.Storage.Statistics;

/// <summary>The keys a query selects in each dimension of daily counts; null where it does not filter.</summary>
internal sealed record CountFilter(HashSet<long>? Touchpoints, HashSet<long>? Channels, HashSet<long>? Segments)
{
    public bool Includes(long touchpoint, long channel, long segment) =>
        (Touchpoints is null || Touchpoints.Contains(touchpoint))
        && (Channels is null || Channels.Contains(channel))
        && (Segments is null || Segments.Contains(segment));
}
