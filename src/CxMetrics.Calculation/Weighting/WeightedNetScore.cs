using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Weighting;

/// <summary>A net score, −1 to 1, of answers with unequal weights.</summary>
/// <remarks>
/// t = p − d with the weighted shares of positive and negative answers and v = p + d − t², with Tango's interval for an effective sample
/// size n′, so that it never has zero width. Kish: n′ = (Σw)²/Σw² and the standard error √(v/n′). Linearised, with the codes x = 1, 0 and
/// −1: the standard error √(n/(n − 1) · Σ(w(x − t))²)/Σw and n′ = v(Σw)²/Σ(w(x − t))², at most n. Equal weights give n′ = n with either.
/// Source: Kish (1965), Survey Sampling. Plain Wald intervals follow from the standard error by
/// <see cref="WaldInterval.FromStandardError"/>.
/// </remarks>
public static class WeightedNetScore
{
    /// <summary>The net score from the weights of its classes.</summary>
    /// <param name="negative">The weights of the negative answers.</param>
    /// <param name="neutral">The weights of the answers that count in the total only.</param>
    /// <param name="positive">The weights of the positive answers.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="variance">How the weights change the variance.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no weights. Otherwise the value with <see cref="Estimate.EffectiveSampleSize"/>, an interval that
    /// has a width, and <see cref="Caveats.Weighted"/> where the weights differ; the sample size counts the positive weights. The
    /// linearised standard error is null for one answer; where it is 0, because all answers agree, Kish's effective size is used.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The squares of all weights vanish, the level is not strictly between 0 and 1, or the variance is unknown.</exception>
    public static Estimate FromTotals(
        WeightTotals negative,
        WeightTotals neutral,
        WeightTotals positive,
        double level = ConfidenceLevel.Default,
        WeightingVariance variance = WeightingVariance.Kish
    ) => FromTotals(negative, neutral, positive, level, variance, unitsPerOne: 1);

    /// <summary>The net score from single answers.</summary>
    /// <param name="codes">1 for a positive answer, −1 for a negative one, 0 for one that counts in the total only.</param>
    /// <param name="weights">One weight per answer, finite, none negative, not all 0. Their unit does not matter.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="variance">How the weights change the variance.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no answers; otherwise as
    /// <see cref="FromTotals(WeightTotals, WeightTotals, WeightTotals, double, WeightingVariance)"/>.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many weights as codes.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A code is not −1, 0 or 1, a weight is not finite or negative, all weights are 0, the level is not strictly between 0 and 1, or the
    /// variance is unknown.
    /// </exception>
    public static Estimate FromCodes(
        ReadOnlySpan<int> codes,
        ReadOnlySpan<double> weights,
        double level = ConfidenceLevel.Default,
        WeightingVariance variance = WeightingVariance.Kish
    )
    {
        foreach (int code in codes)
        {
            if (code is < -1 or > 1)
            {
                throw new ArgumentOutOfRangeException(nameof(codes), code, "A code is -1, 0 or 1.");
            }
        }

        return FromAnswers(codes, weights, highestNegative: -1, lowestPositive: 1, level, variance, unitsPerOne: 1);
    }

    /// <summary>The net score in some unit from answers that are negative up to one bound and positive from another.</summary>
    internal static Estimate FromAnswers(
        ReadOnlySpan<int> answers,
        ReadOnlySpan<double> weights,
        int highestNegative,
        int lowestPositive,
        double level,
        WeightingVariance variance,
        int unitsPerOne
    )
    {
        int exponent = WeightScale.ExponentOf(weights, answers.Length);
        WeightSums negative = default;
        WeightSums neutral = default;
        WeightSums positive = default;
        for (int index = 0; index < answers.Length; index++)
        {
            double weight = Math.ScaleB(weights[index], -exponent);
            if (answers[index] <= highestNegative)
            {
                negative = negative.Add(weight);
            }
            else if (answers[index] >= lowestPositive)
            {
                positive = positive.Add(weight);
            }
            else
            {
                neutral = neutral.Add(weight);
            }
        }

        return FromTotals(negative.ToTotals(), neutral.ToTotals(), positive.ToTotals(), level, variance, unitsPerOne);
    }

    private static Estimate FromTotals(
        WeightTotals negative,
        WeightTotals neutral,
        WeightTotals positive,
        double level,
        WeightingVariance variance,
        int unitsPerOne
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        string method = variance.ToTangoName();
        WeightTotals all = negative + neutral + positive;
        if (all.Count == 0)
        {
            return Estimate.None;
        }

        double below = negative.Sum / all.Sum;
        double between = neutral.Sum / all.Sum;
        double above = positive.Sum / all.Sum;
        double score = (positive.Sum - negative.Sum) / all.Sum;
        double residuals =
            (Square((2 * below) + between) * positive.SumOfSquares)
            + (score * score * neutral.SumOfSquares)
            + (Square((2 * above) + between) * negative.SumOfSquares);
        WeightedSpread spread = WeightedSpread.Of(
            all,
            NetCounts.VarianceOf(below, between, above),
            residuals,
            variance
        );
        double value = unitsPerOne * score;
        return new Estimate
        {
            Value = value,
            StandardError = unitsPerOne * spread.StandardError,
            Interval = TangoScoreInterval
                .FromShares(below, above, spread.EffectiveSampleSize, level)
                .ScaledBy(unitsPerOne)
                .Containing(value)
                .ToInterval(level, method),
            SampleSize = all.Count,
            EffectiveSampleSize = spread.EffectiveSampleSize,
            Caveats = all.Caveats,
        };
    }

    private static double Square(double number) => number * number;
}
