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

    /// <summary>Where the easy answers begin unless the question has its own threshold: the last point of <see cref="RatingScale.TopBoxes"/>.</summary>
    /// <param name="scale">The scale of the question.</param>
    /// <returns>The lowest score that counts as easy; where lower is better, the highest.</returns>
    public static int EasyFrom(RatingScale scale) => CustomerSatisfaction.SatisfiedFrom(scale);

    /// <summary>Where the difficult answers begin unless the question has its own threshold: the first point beyond the midpoint.</summary>
    /// <param name="scale">The scale of the question.</param>
    /// <returns>The highest score that counts as difficult; where lower is better, the lowest.</returns>
    public static int DifficultFrom(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        int points = scale.Points / 2;
        return scale.Direction == ScaleDirection.HigherIsBetter
            ? scale.Minimum + points - 1
            : scale.Maximum - points + 1;
    }

    /// <summary>Sorts answers into the three bands, mirrored where lower is better.</summary>
    /// <param name="distribution">The answers, on any scale.</param>
    /// <param name="easyFrom">Where the easy answers begin, itself easy; null for <see cref="EasyFrom"/>.</param>
    /// <param name="difficultFrom">Where the difficult answers begin, itself difficult; null for <see cref="DifficultFrom"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A threshold is off the scale, or an answer would be easy and difficult at once.</exception>
    public static NetEaseBands FromDistribution(
        RatingDistribution distribution,
        int? easyFrom = null,
        int? difficultFrom = null
    )
    {
        ArgumentNullException.ThrowIfNull(distribution);
        RatingScale scale = distribution.Scale;
        int easy = OnScale(scale, easyFrom ?? EasyFrom(scale), nameof(easyFrom));
        int difficult = OnScale(scale, difficultFrom ?? DifficultFrom(scale), nameof(difficultFrom));
        bool isHigherBetter = scale.Direction == ScaleDirection.HigherIsBetter;
        if (isHigherBetter ? easy <= difficult : easy >= difficult)
        {
            throw new ArgumentOutOfRangeException(nameof(easyFrom), easy, $"Answers from {difficult} are difficult.");
        }

        long best = isHigherBetter
            ? distribution.CountBetween(easy, scale.Maximum)
            : distribution.CountBetween(scale.Minimum, easy);
        long worst = isHigherBetter
            ? distribution.CountBetween(scale.Minimum, difficult)
            : distribution.CountBetween(difficult, scale.Maximum);
        return new NetEaseBands(best, distribution.Total - best - worst, worst);
    }

    /// <summary>The counts of both.</summary>
    /// <exception cref="OverflowException">A count exceeds <see cref="long.MaxValue"/>.</exception>
    public static NetEaseBands operator +(NetEaseBands left, NetEaseBands right) =>
        new(left.Easy + right.Easy, left.Neutral + right.Neutral, left.Difficult + right.Difficult);

    /// <summary>The bands as the counts of a net score: difficult negative, easy positive.</summary>
    public NetCounts ToNetCounts() => new(Difficult, Neutral, Easy);

    private static int OnScale(RatingScale scale, int score, string name) =>
        scale.Contains(score) ? score : throw new ArgumentOutOfRangeException(name, score, $"The scale is {scale}.");
}
