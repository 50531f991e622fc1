using System.Numerics;
using CxMetrics.Calculation.Clustering;

namespace CxMetrics.Calculation;

/// <summary>Counts of negative, neutral and positive answers: what a net score is made of.</summary>
/// <remarks>Counts of disjoint sets of answers add up. Immutable.</remarks>
public readonly record struct NetCounts : IAdditionOperators<NetCounts, NetCounts, NetCounts>, IClusterTally
{
    /// <summary>Creates the counts.</summary>
    /// <param name="negative">Answers that count against, for example detractors.</param>
    /// <param name="neutral">Answers that count in the total only, for example passives.</param>
    /// <param name="positive">Answers that count in favour, for example promoters.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public NetCounts(long negative, long neutral, long positive)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(negative);
        ArgumentOutOfRangeException.ThrowIfNegative(neutral);
        ArgumentOutOfRangeException.ThrowIfNegative(positive);
        Negative = negative;
        Neutral = neutral;
        Positive = positive;
        Total = negative + neutral + positive;
    }

    /// <summary>Answers that count against.</summary>
    public long Negative { get; }

    /// <summary>Answers that count in the total only.</summary>
    public long Neutral { get; }

    /// <summary>Answers that count in favour.</summary>
    public long Positive { get; }

    /// <summary>All answers, n.</summary>
    public long Total { get; }

    long IClusterTally.Sum => Positive - Negative;

    long IClusterTally.Count => Total;

    /// <summary>The share of negative answers, d; NaN when nothing was counted.</summary>
    internal double NegativeShare => (double)Negative / Total;

    /// <summary>The share of positive answers, p; NaN when nothing was counted.</summary>
    internal double PositiveShare => (double)Positive / Total;

    /// <summary>p − d, from −1 to 1; NaN when nothing was counted.</summary>
    internal double Score => (double)(Positive - Negative) / Total;

    /// <summary>p + d − (p − d)², the variance of one answer; NaN when nothing was counted.</summary>
    internal double Variance => VarianceOf(NegativeShare, (double)Neutral / Total, PositiveShare);

    /// <summary>√((p + d − (p − d)²)/n), divisor n; NaN when nothing was counted.</summary>
    internal double StandardError => StandardErrorOf(NegativeShare, (double)Neutral / Total, PositiveShare, Total);

    /// <summary>The counts of both.</summary>
    public static NetCounts operator +(NetCounts left, NetCounts right) =>
        new(left.Negative + right.Negative, left.Neutral + right.Neutral, left.Positive + right.Positive);

    // p + d − (p − d)² = m(p + d) + 4pd with the neutral share m = 1 − p − d: a sum of terms that are not negative, so that nothing cancels
    // when nearly all answers agree.
    internal static double VarianceOf(double negative, double neutral, double positive) =>
        (neutral * (positive + negative)) + (4 * positive * negative);

    internal static double StandardErrorOf(double negative, double neutral, double positive, double total) =>
        Math.Sqrt(VarianceOf(negative, neutral, positive) / total);

    internal void ThrowIfEmpty(string name)
    {
        if (Total == 0)
        {
            throw new ArgumentOutOfRangeException(name, Total, "An interval needs at least one answer.");
        }
    }
}
