using System.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>
/// Counts of respondents who answered twice, by whether each answer was a success. Immutable; counts of disjoint sets add up.
/// </summary>
public readonly record struct PairedShareCounts
    : IAdditionOperators<PairedShareCounts, PairedShareCounts, PairedShareCounts>
{
    /// <summary>Creates the counts.</summary>
    /// <param name="bothTimes">Success both times.</param>
    /// <param name="firstTimeOnly">Success the first time only.</param>
    /// <param name="secondTimeOnly">Success the second time only.</param>
    /// <param name="neitherTime">Success neither time.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public PairedShareCounts(long bothTimes, long firstTimeOnly, long secondTimeOnly, long neitherTime)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(bothTimes);
        ArgumentOutOfRangeException.ThrowIfNegative(firstTimeOnly);
        ArgumentOutOfRangeException.ThrowIfNegative(secondTimeOnly);
        ArgumentOutOfRangeException.ThrowIfNegative(neitherTime);
        BothTimes = bothTimes;
        FirstTimeOnly = firstTimeOnly;
        SecondTimeOnly = secondTimeOnly;
        NeitherTime = neitherTime;
        Total = bothTimes + firstTimeOnly + secondTimeOnly + neitherTime;
    }

    /// <summary>Success both times.</summary>
    public long BothTimes { get; }

    /// <summary>Success the first time only.</summary>
    public long FirstTimeOnly { get; }

    /// <summary>Success the second time only.</summary>
    public long SecondTimeOnly { get; }

    /// <summary>Success neither time.</summary>
    public long NeitherTime { get; }

    /// <summary>All respondents who answered twice, m.</summary>
    public long Total { get; }

    /// <summary>Their first answers.</summary>
    public ShareCounts First => new(BothTimes + FirstTimeOnly, Total);

    /// <summary>Their second answers.</summary>
    public ShareCounts Second => new(BothTimes + SecondTimeOnly, Total);

    /// <summary>The counts of both.</summary>
    /// <exception cref="OverflowException">A count exceeds <see cref="long.MaxValue"/>.</exception>
    public static PairedShareCounts operator +(PairedShareCounts left, PairedShareCounts right) =>
        new(
            left.BothTimes + right.BothTimes,
            left.FirstTimeOnly + right.FirstTimeOnly,
            left.SecondTimeOnly + right.SecondTimeOnly,
            left.NeitherTime + right.NeitherTime
        );

    internal SampleOverlap ToOverlap() => new(Total, First.Successes, Second.Successes, BothTimes);
}
