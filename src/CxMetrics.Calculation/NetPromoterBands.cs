using System.Numerics;
using CxMetrics.Calculation.Clustering;

namespace CxMetrics.Calculation;

/// <summary>Counts of detractors (0 to 6), passives (7, 8) and promoters (9, 10): what the Net Promoter Score is made of.</summary>
/// <remarks>Counts of disjoint sets of answers add up. Immutable.</remarks>
public readonly record struct NetPromoterBands
    : IAdditionOperators<NetPromoterBands, NetPromoterBands, NetPromoterBands>,
        IClusterTally
{
    internal const int HighestDetractor = 6;
    internal const int HighestPassive = 8;

    /// <summary>Creates the counts.</summary>
    /// <param name="detractors">Answers from 0 to 6.</param>
    /// <param name="passives">Answers 7 and 8.</param>
    /// <param name="promoters">Answers 9 and 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public NetPromoterBands(long detractors, long passives, long promoters)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(detractors);
        ArgumentOutOfRangeException.ThrowIfNegative(passives);
        ArgumentOutOfRangeException.ThrowIfNegative(promoters);
        Detractors = detractors;
        Passives = passives;
        Promoters = promoters;
        Total = detractors + passives + promoters;
    }

    /// <summary>Answers from 0 to 6.</summary>
    public long Detractors { get; }

    /// <summary>Answers 7 and 8; they count in the total only.</summary>
    public long Passives { get; }

    /// <summary>Answers 9 and 10.</summary>
    public long Promoters { get; }

    /// <summary>All answers, n.</summary>
    public long Total { get; }

    long IClusterTally.Sum => Promoters - Detractors;

    long IClusterTally.Count => Total;

    /// <summary>Sorts the answers of a 0 to 10 question into the three bands.</summary>
    /// <param name="distribution">The answers, on <see cref="RatingScale.NetPromoter"/>.</param>
    /// <exception cref="ArgumentException">The answers are on another scale: 5- or 7-point adaptations are not NPS.</exception>
    public static NetPromoterBands FromDistribution(RatingDistribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        if (distribution.Scale != RatingScale.NetPromoter)
        {
            throw new ArgumentException(
                $"The Net Promoter Score is defined on {RatingScale.NetPromoter}; these answers are on {distribution.Scale}.",
                nameof(distribution)
            );
        }

        return new NetPromoterBands(
            distribution.CountBetween(distribution.Scale.Minimum, HighestDetractor),
            distribution.CountBetween(HighestDetractor + 1, HighestPassive),
            distribution.CountBetween(HighestPassive + 1, distribution.Scale.Maximum)
        );
    }

    /// <summary>Counts the answers in a list of scores that are stored as bytes, about as fast as memory delivers them.</summary>
    /// <param name="scores">The scores, each from 0 to 10.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is above 10; the message says which.</exception>
    public static NetPromoterBands FromScores(ReadOnlySpan<byte> scores) =>
        FromDistribution(RatingDistribution.FromScores(RatingScale.NetPromoter, scores));

    /// <summary>The counts of both.</summary>
    /// <exception cref="OverflowException">A count exceeds <see cref="long.MaxValue"/>.</exception>
    public static NetPromoterBands operator +(NetPromoterBands left, NetPromoterBands right) =>
        new(left.Detractors + right.Detractors, left.Passives + right.Passives, left.Promoters + right.Promoters);

    /// <summary>The bands as the counts of a net score: detractors negative, promoters positive.</summary>
    public NetCounts ToNetCounts() => new(Detractors, Passives, Promoters);
}
