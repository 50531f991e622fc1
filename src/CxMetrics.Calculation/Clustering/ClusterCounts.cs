using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Clustering;

/// <summary>Successes and trials of one cluster, for example the satisfied and all answers of one account. Immutable.</summary>
public readonly record struct ClusterCounts : IClusterTally
{
    /// <summary>Creates the counts.</summary>
    /// <param name="successes">The number of successes.</param>
    /// <param name="trials">The number of trials.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more successes than trials.</exception>
    public ClusterCounts(long successes, long trials)
    {
        Counts.ThrowIfInvalid(successes, trials);
        Successes = successes;
        Trials = trials;
    }

    /// <summary>The number of successes.</summary>
    public long Successes { get; }

    /// <summary>The number of trials.</summary>
    public long Trials { get; }

    long IClusterTally.Sum => Successes;

    long IClusterTally.Count => Trials;
}
