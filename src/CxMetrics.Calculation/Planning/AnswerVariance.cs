using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Planning;

/// <summary>
/// How much a single answer varies, in squared units of the metric: what planning needs to know of a share, a net score or a mean.
/// Immutable.
/// </summary>
public readonly record struct AnswerVariance
{
    private AnswerVariance(double value) => Value = value;

    /// <summary>The variance of one answer, finite, 0 or more.</summary>
    public double Value { get; }

    /// <summary>¼, that of a share of one half: no share varies more.</summary>
    public static AnswerVariance WorstCaseShare => new(0.25);

    /// <summary>1, that of a net score of half positive and half negative answers: none varies more.</summary>
    public static AnswerVariance WorstCaseNetScore => new(1);

    /// <summary>10,000, that of half promoters and half detractors, in squared points.</summary>
    public static AnswerVariance WorstCaseNetPromoterScore =>
        new((double)NetPromoterScore.PointsPerOne * NetPromoterScore.PointsPerOne);

    /// <summary>Of a share, p(1 − p).</summary>
    /// <param name="share">The expected share, 0 to 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The share is not from 0 to 1.</exception>
    public static AnswerVariance OfShare(double share) =>
        share >= 0 && share <= 1
            ? new(share * (1 - share))
            : throw new ArgumentOutOfRangeException(nameof(share), share, "A share is from 0 to 1.");

    /// <summary>Of a net score on the scale −1 to 1, p + d − (p − d)².</summary>
    /// <param name="expected">Answers in the expected proportions, not all 0; their number does not matter.</param>
    /// <exception cref="ArgumentOutOfRangeException">All counts are 0.</exception>
    public static AnswerVariance OfNetScore(NetCounts expected)
    {
        expected.ThrowIfEmpty(nameof(expected));
        return new(expected.Variance);
    }

    /// <summary>Of the Net Promoter Score, in squared points.</summary>
    /// <param name="expected">Answers in the expected proportions, not all 0; their number does not matter.</param>
    /// <exception cref="ArgumentOutOfRangeException">All counts are 0.</exception>
    public static AnswerVariance OfNetPromoterScore(NetPromoterBands expected)
    {
        NetCounts counts = expected.ToNetCounts();
        counts.ThrowIfEmpty(nameof(expected));
        return new(counts.Variance * WorstCaseNetPromoterScore.Value);
    }

    /// <summary>Of a net score after adding pseudo-answers, above 0 for any counts.</summary>
    internal static AnswerVariance OfSmoothed(NetCounts counts, double unitsPerOne)
    {
        double error = unitsPerOne * AdjustedWaldInterval.StandardError(counts, PseudoCounts.Rocks);
        return new(error * error * (counts.Total + PseudoCounts.Rocks.Total));
    }

    /// <summary>Of numbers with a known standard deviation.</summary>
    /// <param name="standardDeviation">The expected standard deviation, 0 or more, at most 1e150.</param>
    /// <exception cref="ArgumentOutOfRangeException">The standard deviation is negative, not a number, or beyond 1e150.</exception>
    public static AnswerVariance OfMean(double standardDeviation) =>
        standardDeviation >= 0 && standardDeviation <= 1e150
            ? new(standardDeviation * standardDeviation)
            : throw new ArgumentOutOfRangeException(
                nameof(standardDeviation),
                standardDeviation,
                "A standard deviation is 0 or more and at most 1e150."
            );
}
