using System.Numerics;
using CxMetrics.Calculation.Counting;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation;

/// <summary>How many answers each point of a scale received: the input of every rating metric.</summary>
/// <remarks>
/// Distributions over disjoint sets of answers add up, so a store may keep one per day and sum them over any range.
/// Immutable.
/// </remarks>
public sealed class RatingDistribution : IAdditionOperators<RatingDistribution, RatingDistribution, RatingDistribution>
{
    private readonly long[] _counts;

    /// <summary>Creates a distribution from its counts.</summary>
    /// <param name="scale">The scale the answers were given on.</param>
    /// <param name="counts">One count per point, lowest point first; none negative.</param>
    /// <exception cref="ArgumentException">The number of counts is not the number of points.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public RatingDistribution(RatingScale scale, ReadOnlySpan<long> counts)
    {
        ArgumentNullException.ThrowIfNull(scale);
        if (counts.Length != scale.Points)
        {
            throw new ArgumentException(
                $"The scale {scale} has {scale.Points} points; {counts.Length} counts were given.",
                nameof(counts)
            );
        }

        foreach (long count in counts)
        {
            if (count < 0)
            {
                throw new ArgumentOutOfRangeException(nameof(counts), count, "A count is not negative.");
            }

            Total += count;
        }

        Scale = scale;
        _counts = counts.ToArray();
    }

    /// <summary>The scale the answers were given on.</summary>
    public RatingScale Scale { get; }

    /// <summary>The number of answers, n.</summary>
    public long Total { get; }

    /// <summary>One count per point, lowest point first.</summary>
    public ReadOnlySpan<long> Counts => _counts;

    /// <summary>The number of answers with this score.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="score"/> is off the scale.</exception>
    public long this[int score] =>
        Scale.Contains(score)
            ? _counts[score - Scale.Minimum]
            : throw new ArgumentOutOfRangeException(nameof(score), score, $"The scale is {Scale}.");

    /// <summary>The distribution of no answers.</summary>
    public static RatingDistribution Empty(RatingScale scale)
    {
        ArgumentNullException.ThrowIfNull(scale);
        return new RatingDistribution(scale, new long[scale.Points]);
    }

    /// <summary>Counts the answers in a list of scores.</summary>
    /// <param name="scale">The scale the answers were given on.</param>
    /// <param name="scores">The scores.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is off the scale; the message says which.</exception>
    public static RatingDistribution FromScores(RatingScale scale, ReadOnlySpan<int> scores)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Span<long> counts = stackalloc long[scale.Points];
        Span<byte> steps = stackalloc byte[Math.Min(scores.Length, ScoreSteps.AtOnce)];
        for (int start = 0; start < scores.Length; start += steps.Length)
        {
            ReadOnlySpan<int> part = scores.Slice(start, Math.Min(steps.Length, scores.Length - start));
            ScoreSteps.Fill(steps, part, scale.Minimum);
            if (!ScoreCounter.TryCount(steps[..part.Length], 0, counts))
            {
                int index = start + part.IndexOfAnyExceptInRange(scale.Minimum, scale.Maximum);
                throw OffTheScale(scale, nameof(scores), scores[index], index);
            }
        }

        return new RatingDistribution(scale, counts);
    }

    /// <summary>Counts the answers in a list of scores that are stored as bytes, about as fast as memory delivers them.</summary>
    /// <param name="scale">The scale the answers were given on.</param>
    /// <param name="scores">The scores.</param>
    /// <exception cref="ArgumentOutOfRangeException">A score is off the scale; the message says which.</exception>
    public static RatingDistribution FromScores(RatingScale scale, ReadOnlySpan<byte> scores)
    {
        ArgumentNullException.ThrowIfNull(scale);
        Span<long> counts = stackalloc long[scale.Points];

        // A byte reaches the points from 0 to 255 only.
        int lowest = Math.Max(scale.Minimum, byte.MinValue);
        int highest = Math.Min(scale.Maximum, byte.MaxValue);
        Span<long> reachable = lowest <= highest ? counts[(lowest - scale.Minimum)..(highest - scale.Minimum + 1)] : [];
        if (!ScoreCounter.TryCount(scores, (byte)Math.Min(lowest, byte.MaxValue), reachable))
        {
            int index = 0;
            while (scale.Contains(scores[index]))
            {
                index++;
            }

            throw OffTheScale(scale, nameof(scores), scores[index], index);
        }

        return new RatingDistribution(scale, counts);
    }

    /// <summary>The number of answers from <paramref name="lowest"/> to <paramref name="highest"/>, both included.</summary>
    public long CountBetween(int lowest, int highest)
    {
        int start = (int)Math.Clamp((long)lowest - Scale.Minimum, 0, Scale.Points);
        int end = (int)Math.Clamp((long)highest - Scale.Minimum + 1, start, Scale.Points);
        return SumOf(_counts.AsSpan(start..end));
    }

    /// <summary>The number of answers on the <paramref name="points"/> points at the good end of the scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale does not have that many points, or the number is negative.</exception>
    public long CountBest(int points) =>
        Scale.Direction == ScaleDirection.HigherIsBetter ? CountHighest(points) : CountLowest(points);

    /// <summary>The number of answers on the <paramref name="points"/> points at the bad end of the scale.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The scale does not have that many points, or the number is negative.</exception>
    public long CountWorst(int points) =>
        Scale.Direction == ScaleDirection.HigherIsBetter ? CountLowest(points) : CountHighest(points);

    /// <summary>The mean score, in points of the scale; null when there are no answers.</summary>
    public double? Mean => Total == 0 ? null : Scale.Minimum + RatingMoments.Of(this).MeanIndex;

    /// <summary>The standard deviation with divisor n − 1, in points of the scale; 0 when all agree, null for fewer than two answers.</summary>
    public double? StandardDeviation => Total < 2 ? null : Math.Sqrt(RatingMoments.Of(this).SumOfSquares / (Total - 1));

    /// <summary>The median score, in points of the scale: the mean of the two middle answers for an even number; null when there are no answers.</summary>
    public double? Median => Total == 0 ? null : (ScoreAtRank((Total - 1) / 2) + ScoreAtRank(Total / 2)) / 2.0;

    /// <summary>The counts of both.</summary>
    /// <exception cref="ArgumentException">The scales differ: answers on different scales are never added up.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public static RatingDistribution operator +(RatingDistribution left, RatingDistribution right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Scale != right.Scale)
        {
            throw new ArgumentException($"Answers on {left.Scale} and on {right.Scale} do not add up.", nameof(right));
        }

        Span<long> sum = stackalloc long[RatingScale.MaximumPoints];
        for (int index = 0; index < left._counts.Length; index++)
        {
            sum[index] = left._counts[index] + right._counts[index];
        }

        return new RatingDistribution(left.Scale, sum[..left._counts.Length]);
    }

    private static ArgumentOutOfRangeException OffTheScale(RatingScale scale, string name, int score, int index) =>
        new(name, score, $"The scale is {scale}; the score with index {index} is not on it.");

    private static long SumOf(ReadOnlySpan<long> counts)
    {
        long sum = 0;
        foreach (long count in counts)
        {
            sum += count;
        }

        return sum;
    }

    private long CountHighest(int points)
    {
        ThrowIfNotOnScale(points);
        return SumOf(_counts.AsSpan(_counts.Length - points));
    }

    private long CountLowest(int points)
    {
        ThrowIfNotOnScale(points);
        return SumOf(_counts.AsSpan(0, points));
    }

    private void ThrowIfNotOnScale(int points)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(points);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(points, Scale.Points);
    }

    /// <summary>The score of the answer with this rank in ascending order, the first being 0.</summary>
    internal int ScoreAtRank(long rank)
    {
        long seen = 0;
        int index = 0;
        while (seen + _counts[index] <= rank)
        {
            seen += _counts[index];
            index++;
        }

        return Scale.Minimum + index;
    }
}
