using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Cronbach's alpha: how far several items measure one thing, so that their mean may stand for it.</summary>
/// <remarks>
/// α = k/(k − 1) · (1 − Σs²ᵢ/s²) for k items with variances s²ᵢ and the variance s² of their sum (Cronbach 1951, Psychometrika 16,
/// 297-334). Standardized: k r̄/(1 + (k − 1) r̄) with the mean r̄ of the correlations between items, for items on different scales.
/// Interval: <see cref="FeldtInterval"/>. Standard error (1 − α)√(2k/((k − 1)(n − 1))), from the same distribution. Items must point the
/// same way: turn the others round first. Time O(nk).
/// </remarks>
public static class CronbachAlpha
{
    // Nearer to 1 than that is rounding, which could also lead beyond 1.
    private const double Rounding = 1e-13;

    /// <summary>The reliability of a set of items.</summary>
    /// <param name="items">The items, at least two, each with one finite answer per respondent.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// No value where all respondents have the same sum, although SampleSize is theirs. Where every item gives the same answers up to a
    /// constant, α is 1 and there is no interval: the answers say nothing about their error.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// There are fewer than two items or respondents, a name is empty or stands twice, or an item has not one answer per respondent.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">An answer is not finite, or the level is not strictly between 0 and 1.</exception>
    public static Reliability FromItems(IReadOnlyList<NamedColumn> items, double level = ConfidenceLevel.Default)
    {
        ThrowIfInvalid(items, level);
        ItemVariances variances = ItemVariances.Of(items);
        int respondents = items[0].Values.Length;
        double? alpha = Alpha(variances.OfSum, variances.SumOfItems, items.Count);
        return new Reliability
        {
            Alpha = EstimateOf(alpha, items.Count, respondents, level),
            StandardizedAlpha = variances.OfStandardizedSum is { } ofSum
                ? Alpha(ofSum, items.Count, items.Count)
                : null,
            Items =
            [
                .. items.Select(
                    (item, index) =>
                        new ItemReliability(
                            item.Name,
                            Alpha(
                                variances.OfSumWithout(index),
                                variances.SumOfItems - variances.OfItem(index),
                                items.Count - 1
                            )
                        )
                ),
            ],
        };
    }

    private static Estimate EstimateOf(double? alpha, int items, int respondents, double level)
    {
        if (alpha is not { } value)
        {
            return Estimate.None with { SampleSize = respondents };
        }

        double error = (1 - value) * Math.Sqrt(2.0 * items / ((items - 1.0) * (respondents - 1.0)));
        return new Estimate
        {
            Value = value,
            StandardError = error,
            Interval =
                error > 0
                    ? FeldtInterval
                        .FromAlpha(value, items, respondents, level)
                        .Containing(value)
                        .ToInterval(level, IntervalMethodNames.Feldt)
                    : null,
            SampleSize = respondents,
        };
    }

    private static double? Alpha(double varianceOfSum, double sumOfVariances, int items)
    {
        if (items < 2 || !(varianceOfSum > 0))
        {
            return null;
        }

        double alpha = items / (items - 1.0) * (1 - (sumOfVariances / varianceOfSum));
        return alpha > 1 - Rounding ? 1 : alpha;
    }

    private static void ThrowIfInvalid(IReadOnlyList<NamedColumn> items, double level)
    {
        ArgumentNullException.ThrowIfNull(items);
        ConfidenceLevel.ThrowIfInvalid(level);
        if (items.Count < 2 || items[0].Values.Length < 2)
        {
            throw new ArgumentException("Reliability needs at least two items and two respondents.", nameof(items));
        }

        ColumnNames.ThrowIfInvalid([.. items.Select(item => item.Name)], nameof(items));
        foreach (NamedColumn item in items)
        {
            ColumnNames.ThrowIfNotOfLength(item.Name, item.Values.Length, items[0].Values.Length, nameof(items));
            FiniteNumbers.ThrowIfNotFinite(item.Values.Span, nameof(items));
        }
    }
}
