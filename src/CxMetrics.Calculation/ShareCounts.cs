using System.Numerics;
using CxMetrics.Calculation.Clustering;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation;

/// <summary>Counts of successes and trials: what a share is made of.</summary>
/// <remarks>Counts of disjoint sets of trials add up. Immutable.</remarks>
public readonly record struct ShareCounts : IAdditionOperators<ShareCounts, ShareCounts, ShareCounts>, IClusterTally
{
    /// <summary>Creates the counts.</summary>
    /// <param name="successes">The number of successes, for example satisfied answers.</param>
    /// <param name="trials">The number of trials, n.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative, or there are more successes than trials.</exception>
    public ShareCounts(long successes, long trials)
    {
        Counts.ThrowIfInvalid(successes, trials);
        Successes = successes;
        Trials = trials;
    }

    /// <summary>The number of successes.</summary>
    public long Successes { get; }

    /// <summary>The number of trials, n.</summary>
    public long Trials { get; }

    /// <summary>The number of trials that are no successes.</summary>
    public long Failures => Trials - Successes;

    long IClusterTally.Sum => Successes;

    long IClusterTally.Count => Trials;

    /// <summary>The share of successes, p; NaN for no trials.</summary>
    internal double Share => (double)Successes / Trials;

    /// <summary>1 − p, with its own digits; NaN for no trials.</summary>
    internal double FailureShare => (double)Failures / Trials;

    /// <summary>The counts of both.</summary>
    /// <exception cref="OverflowException">A count exceeds <see cref="long.MaxValue"/>.</exception>
    public static ShareCounts operator +(ShareCounts left, ShareCounts right) =>
        new(left.Successes + right.Successes, left.Trials + right.Trials);

    internal void ThrowIfEmpty(string name)
    {
        if (Trials == 0)
        {
            throw new ArgumentOutOfRangeException(name, Trials, "A share needs at least one trial.");
        }
    }
}
