using System.Numerics;

namespace CxMetrics.Calculation;

/// <summary>Counts of easy, neutral and difficult answers to an effort question: what net ease is made of.</summary>
/// <remarks>Counts of disjoint sets of answers add up. Immutable.</remarks>
public readonly record struct NetEaseBands : IAdditionOperators<NetEaseBands, NetEaseBands, NetEaseBands>
{
    /// <summary>Creates the counts.</summary>
    /// <param name="easy">Answers in the top boxes.</param>
    /// <param name="neutral">Answers between the two.</param>
    /// <param name="difficult">Answers on the bad side of the midpoint.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public NetEaseBands(long easy, long neutral, long difficult)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(easy);
        ArgumentOutOfRangeException.ThrowIfNegative(neutral);
        ArgumentOutOfRangeException.ThrowIfNegative(difficult);
        Easy = easy;
        Neutral = neutral;
        Difficult = difficult;
        Total = easy + neutral + difficult;
    }

    /// <summary>Answers in the top boxes: 6 and 7 of 1 to 7, 4 and 5 of 1 to 5.</summary>
    public long Easy { get; }

    /// <summary>Answers between the two; they count in the total only.</summary>
    public long Neutral { get; }

    /// <summary>Answers strictly on the bad side of the midpoint: 1 to 3 of 1 to 7, 1 and 2 of 1 to 5.</summary>
    public long Difficult { get; }

    /// <summary>All answers, n.</summary>
    public long Total { get; }

    /// <summary>Sorts answers into the three bands, mirrored where lower is better.</summary>
    /// <param name="distribution">The answers, on any scale.</param>
    public static NetEaseBands FromDistribution(RatingDistribution distribution)
    {
        ArgumentNullException.ThrowIfNull(distribution);
        RatingScale scale = distribution.Scale;
        long easy = distribution.CountBest(scale.TopBoxes);
        long difficult = distribution.CountWorst(scale.Points / 2);
        return new NetEaseBands(easy, distribution.Total - easy - difficult, difficult);
    }

    /// <summary>The counts of both.</summary>
    /// <exception cref="OverflowException">A count exceeds <see cref="long.MaxValue"/>.</exception>
    public static NetEaseBands operator +(NetEaseBands left, NetEaseBands right) =>
        new(left.Easy + right.Easy, left.Neutral + right.Neutral, left.Difficult + right.Difficult);

    /// <summary>The bands as the counts of a net score: difficult negative, easy positive.</summary>
    public NetCounts ToNetCounts() => new(Difficult, Neutral, Easy);
}
