using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation;

/// <summary>A satisfaction index: the mean of several satisfaction items, each brought to 0 to 100, with equal weights.</summary>
/// <remarks>
/// The usual three items ask for overall satisfaction, satisfaction against expectation and against an ideal (Fornell, Johnson, Anderson,
/// Cha and Bryant 1996, Journal of Marketing 60, 7-18). Every respondent gets a score first, so that the variance is one of respondents;
/// items of one person resemble each other. With three items from 1 to 10 a score is (x₁ + x₂ + x₃ − 3)/27 · 100. Not the ACSI, whose weights
/// are not public.
/// </remarks>
public static class SatisfactionIndex
{
    /// <summary>The score of one respondent, 0 to 100: the mean over the answered items of how far each is from the bad to the good end of its scale.</summary>
    /// <param name="items">The scales of the items, at least one; they may differ.</param>
    /// <param name="answers">The answer to each item; null where there is none.</param>
    /// <returns>Null where fewer than two thirds of the items are answered: two of three.</returns>
    /// <exception cref="ArgumentException">There are no items, or not as many answers as items.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is off its scale.</exception>
    public static double? Score(ReadOnlySpan<RatingScale> items, ReadOnlySpan<int?> answers)
    {
        ThrowIfEmpty(items);
        if (answers.Length != items.Length)
        {
            throw new ArgumentException($"{items.Length} items have {answers.Length} answers.", nameof(answers));
        }

        double sum = 0;
        int answered = 0;
        for (int item = 0; item < items.Length; item++)
        {
            if (answers[item] is not { } answer)
            {
                continue;
            }

            RatingScale scale =
                items[item] ?? throw new ArgumentNullException(nameof(items), $"Item {item} has no scale.");
            if (!scale.Contains(answer))
            {
                throw new ArgumentOutOfRangeException(nameof(answers), answer, $"The scale of item {item} is {scale}.");
            }

            sum += scale.PercentOfMaximum(answer);
            answered++;
        }

        return answered > 0 && 3L * answered >= 2L * items.Length ? sum / answered : null;
    }

    /// <summary>The index of all respondents, 0 to 100, with its bootstrap distribution.</summary>
    /// <param name="items">The scales of the items, at least one.</param>
    /// <param name="answers">The answers, respondent after respondent, one per item; null where there is none.</param>
    /// <param name="seed">The seed of the random numbers.</param>
    /// <param name="resamples">The number of resamples, 2 or more.</param>
    /// <returns>
    /// The mean score of those respondents that have one; they are the sample size. No value without any. Intervals are BCa unless another
    /// is asked for, stay within 0 to 100 except the basic one, and are null for one respondent or equal scores.
    /// </returns>
    /// <exception cref="ArgumentException">There are no items, or the answers are not a multiple of them.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is off its scale, or there are fewer than 2 resamples.</exception>
    public static BootstrapDistribution FromAnswers(
        ReadOnlySpan<RatingScale> items,
        ReadOnlySpan<int?> answers,
        long seed,
        int resamples = Bootstrap.DefaultResamples
    )
    {
        ThrowIfEmpty(items);
        if (answers.Length % items.Length != 0)
        {
            throw new ArgumentException(
                $"{answers.Length} answers are not a whole number of respondents with {items.Length} items.",
                nameof(answers)
            );
        }

        double[] scores = new double[answers.Length / items.Length];
        int count = 0;
        for (int start = 0; start < answers.Length; start += items.Length)
        {
            if (Score(items, answers.Slice(start, items.Length)) is { } score)
            {
                scores[count] = score;
                count++;
            }
        }

        return Bootstrap.Mean(scores.AsSpan(0, count), seed, resamples);
    }

    private static void ThrowIfEmpty(ReadOnlySpan<RatingScale> items)
    {
        if (items.IsEmpty)
        {
            throw new ArgumentException("An index needs at least one item.", nameof(items));
        }
    }
}
