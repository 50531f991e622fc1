namespace CxMetrics.Calculation.Intervals;

/// <summary>The adjusted Wald interval for a net score, on the scale −1 to 1: Wald after adding a few pseudo-answers.</summary>
/// <remarks>
/// With adjusted shares p̃ and d̃ of ñ answers: p̃ − d̃ ± z √((p̃ + d̃ − (p̃ − d̃)²)/ñ). Closed form and close to the score interval from
/// n = 10 on; at n = 1 it can miss the observed score (one promoter: −0.485 to 0.985 at 95 %), so <see cref="NetScore"/> extends it.
/// The choices of pseudo-answers and their sources are in <see cref="PseudoCounts"/>.
/// </remarks>
public static class AdjustedWaldInterval
{
    /// <summary>The interval from counts, clipped to −1 to 1.</summary>
    /// <param name="counts">The counts; may be all 0, since the pseudo-answers are not.</param>
    /// <param name="pseudoCounts">What is added.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or a pseudo-count is negative or not finite, or no answer is left to count.</exception>
    public static IntervalLimits FromCounts(
        NetCounts counts,
        PseudoCounts pseudoCounts,
        double level = ConfidenceLevel.Default
    ) => Unclipped(counts, pseudoCounts, level).ClippedTo(-1, 1);

    /// <summary>The interval as the formula gives it, possibly outside −1 to 1.</summary>
    /// <param name="counts">The counts; may be all 0, since the pseudo-answers are not.</param>
    /// <param name="pseudoCounts">What is added.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or a pseudo-count is negative or not finite, or no answer is left to count.</exception>
    public static IntervalLimits Unclipped(
        NetCounts counts,
        PseudoCounts pseudoCounts,
        double level = ConfidenceLevel.Default
    ) => WaldInterval.FromStandardError(Center(counts, pseudoCounts), StandardError(counts, pseudoCounts), level);

    /// <summary>The adjusted score, p̃ − d̃: the centre of the unclipped interval.</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="pseudoCounts">What is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A pseudo-count is negative or not finite, or no answer is left to count.</exception>
    public static double Center(NetCounts counts, PseudoCounts pseudoCounts)
    {
        double total = AdjustedTotal(counts, pseudoCounts);
        return (counts.Positive - counts.Negative + (pseudoCounts.Positive - pseudoCounts.Negative)) / total;
    }

    /// <summary>The standard error of the adjusted score, √((p̃ + d̃ − (p̃ − d̃)²)/ñ).</summary>
    /// <param name="counts">The counts.</param>
    /// <param name="pseudoCounts">What is added.</param>
    /// <exception cref="ArgumentOutOfRangeException">A pseudo-count is negative or not finite, or no answer is left to count.</exception>
    public static double StandardError(NetCounts counts, PseudoCounts pseudoCounts)
    {
        double total = AdjustedTotal(counts, pseudoCounts);
        return NetCounts.StandardErrorOf(
            (counts.Negative + pseudoCounts.Negative) / total,
            (counts.Neutral + pseudoCounts.Neutral) / total,
            (counts.Positive + pseudoCounts.Positive) / total,
            total
        );
    }

    private static double AdjustedTotal(NetCounts counts, PseudoCounts pseudoCounts)
    {
        double least = Math.Min(pseudoCounts.Negative, Math.Min(pseudoCounts.Neutral, pseudoCounts.Positive));
        double total = counts.Total + pseudoCounts.Total;
        return least >= 0 && total > 0 && double.IsFinite(total)
            ? total
            : throw new ArgumentOutOfRangeException(
                nameof(pseudoCounts),
                pseudoCounts,
                "Pseudo-counts are finite, not negative, and not all 0 where nothing was counted."
            );
    }
}
