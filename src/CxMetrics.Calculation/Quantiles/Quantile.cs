using System.Buffers;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Quantiles;

/// <summary>A quantile of any numbers or ratings, with limits from order statistics.</summary>
/// <remarks>
/// The value follows a <see cref="QuantileDefinition"/>, the limits are two of the numbers themselves (<see cref="OrderStatisticRanks"/>):
/// they assume nothing about the distribution and cover at least the level. Where few numbers lie beyond the quantile a side has no limit:
/// it is null and <see cref="Caveats.LowSampleSize"/> is set. Limits are extended to hold the value, which matters at levels near 0 only.
/// </remarks>
public static class Quantile
{
    /// <summary>The probability of the median.</summary>
    public const double Median = 0.5;

    /// <summary>The quantile of numbers in any order, in expected time proportional to their number. The numbers are copied, not changed.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="probability">The probability of the quantile, above 0 and below 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="definition">How the value is read off.</param>
    /// <returns>No value and no limits for no numbers; for one number that number without limits.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, the probability or level is not strictly between 0 and 1, or the definition is unknown.</exception>
    public static QuantileEstimate FromValues(
        ReadOnlySpan<double> values,
        double probability = Median,
        double level = ConfidenceLevel.Default,
        QuantileDefinition definition = QuantileDefinition.R7
    )
    {
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        QuantileRanks ranks = QuantileRanks.For(values.Length, probability, level, definition);
        double[] copy = ArrayPool<double>.Shared.Rent(values.Length);
        Span<double> numbers = copy.AsSpan(0, values.Length);
        values.CopyTo(numbers);
        Place(numbers, ranks);
        QuantileEstimate estimate = Read(numbers, ranks, level);
        ArrayPool<double>.Shared.Return(copy);
        return estimate;
    }

    /// <summary>The quantile of sorted numbers; allocates nothing.</summary>
    /// <param name="sorted">The numbers in ascending order, all finite.</param>
    /// <param name="probability">The probability of the quantile, above 0 and below 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="definition">How the value is read off.</param>
    /// <returns>As <see cref="FromValues"/>.</returns>
    /// <exception cref="ArgumentException">The numbers are not in ascending order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A number is not finite, the probability or level is not strictly between 0 and 1, or the definition is unknown.</exception>
    public static QuantileEstimate FromSorted(
        ReadOnlySpan<double> sorted,
        double probability = Median,
        double level = ConfidenceLevel.Default,
        QuantileDefinition definition = QuantileDefinition.R7
    )
    {
        ThrowIfNotSorted(sorted);
        return Read(sorted, QuantileRanks.For(sorted.Length, probability, level, definition), level);
    }

    /// <summary>The quantile of ratings, in points of their scale.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="probability">The probability of the quantile, above 0 and below 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="definition">How the value is read off.</param>
    /// <returns>As <see cref="FromValues"/> of all the answers, from their counts alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The probability or level is not strictly between 0 and 1, or the definition is unknown.</exception>
    public static QuantileEstimate FromDistribution(
        RatingDistribution distribution,
        double probability = Median,
        double level = ConfidenceLevel.Default,
        QuantileDefinition definition = QuantileDefinition.R7
    )
    {
        ArgumentNullException.ThrowIfNull(distribution);
        QuantileRanks ranks = QuantileRanks.For(distribution.Total, probability, level, definition);
        return distribution.Total == 0
            ? ranks.ToEstimate(null, null, null, level)
            : ranks.ToEstimate(
                ranks.Position.Interpolate(Score(ranks.Position.Below), Score(ranks.Position.Above)),
                ranks.Limits.Lower is { } lower ? Score(lower) : null,
                ranks.Limits.Upper is { } upper ? Score(upper) : null,
                level
            );

        double Score(long rank) => distribution.ScoreAtRank(rank - 1);
    }

    /// <summary>The quantile of weighted numbers, for example of survey answers with weights against non-response.</summary>
    /// <param name="values">The numbers, all finite.</param>
    /// <param name="weights">One weight per number, finite, none negative, not all 0. Their unit does not matter.</param>
    /// <param name="probability">The probability of the quantile, above 0 and below 1.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// The least number whose share of the weight at or below it reaches the probability, the middle of two where it does so exactly:
    /// definition R2 for equal weights. The sample size counts the numbers of positive weight.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many weights as values.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A value or weight is not finite, a weight is negative, all weights are 0, or the probability or level is not strictly between 0 and 1.</exception>
    /// <remarks>
    /// The limits are those of <see cref="OrderStatisticRanks"/> with the effective sample size n' = (Σw)²/Σw² in place of n and n' times
    /// the share of the weight in place of the rank: Woodruff's way from an interval of the share to one of the quantile (Woodruff 1952,
    /// JASA 47, 635-646), with the exact binomial interval at the effective sample size (Korn and Graubard 1998, Survey Methodology 24,
    /// 193-201). With equal weights they are the limits of <see cref="FromValues"/>.
    /// </remarks>
    public static QuantileEstimate FromWeighted(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        double probability = Median,
        double level = ConfidenceLevel.Default
    )
    {
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        int exponent = WeightScale.ExponentOf(weights, values.Length);
        OrderStatisticRanks.ThrowIfInvalid(probability);
        ConfidenceLevel.ThrowIfInvalid(level);
        if (values.IsEmpty)
        {
            return QuantileRanks.For(0, probability, level, QuantileDefinition.R2).ToEstimate(null, null, null, level);
        }

        WeightedQuantile weighted = WeightedQuantile.Of(values, BinaryScale.Scaled(weights, -exponent));
        double logOdds = OrderStatisticRanks.LogOdds(probability);
        double tail = (1 - level) / 2;
        double value = weighted.Value(probability);
        double? lower = weighted.Lower(logOdds, tail);
        double? upper = weighted.Upper(logOdds, tail);
        Caveats few = lower is null || upper is null ? Caveats.LowSampleSize : Caveats.None;
        return new QuantileEstimate
        {
            Value = value,
            Lower = lower is { } low ? Math.Min(low, value) : null,
            Upper = upper is { } high ? Math.Max(high, value) : null,
            Level = level,
            SampleSize = weighted.SampleSize,
            EffectiveSampleSize = weighted.EffectiveSampleSize,
            Caveats = few | weighted.Caveats,
        };
    }

    private static QuantileEstimate Read(ReadOnlySpan<double> numbers, QuantileRanks ranks, double level)
    {
        if (numbers.IsEmpty)
        {
            return ranks.ToEstimate(null, null, null, level);
        }

        QuantilePosition position = ranks.Position;
        double value = position.Interpolate(numbers[(int)position.Below - 1], numbers[(int)position.Above - 1]);
        double? lower = ranks.Limits.Lower is { } low ? numbers[(int)low - 1] : null;
        double? upper = ranks.Limits.Upper is { } high ? numbers[(int)high - 1] : null;
        return ranks.ToEstimate(value, lower, upper, level);
    }

    private static void Place(Span<double> numbers, QuantileRanks ranks)
    {
        Span<int> indices = stackalloc int[4];
        int count = 0;
        foreach (
            long? rank in (ReadOnlySpan<long?>)
                [ranks.Limits.Lower, ranks.Position.Below, ranks.Position.Above, ranks.Limits.Upper]
        )
        {
            if (rank is > 0)
            {
                indices[count] = (int)rank.Value - 1;
                count++;
            }
        }

        indices = indices[..count];
        indices.Sort();
        OrderStatistics.Place(numbers, indices);
    }

    private static void ThrowIfNotSorted(ReadOnlySpan<double> sorted)
    {
        FiniteNumbers.ThrowIfNotFinite(sorted, nameof(sorted));
        for (int index = 1; index < sorted.Length; index++)
        {
            if (sorted[index] < sorted[index - 1])
            {
                throw new ArgumentException(
                    $"The numbers are in ascending order; number {index} is below the one before it (counted from 0).",
                    nameof(sorted)
                );
            }
        }
    }
}
