using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>Tango's score interval for a net score, on the scale −1 to 1: the default of NPS and net ease.</summary>
/// <remarks>
/// <para>
/// The net scores θ with |t − θ| ≤ z √((2q + θ(1 − θ))/n), where t = p − d is the observed score and q the share of negative answers
/// that is most likely if θ is true: the larger root of 2q² + (−p − d + (2 − t)θ)q − dθ(1 − θ) = 0. Positive and negative answers take
/// the place of the two kinds of discordant pairs. Source: Tango (1998), Statistics in Medicine 17, 891-908.
/// </para>
/// <para>
/// Always holds t, stays within −1 to 1 and never has zero width: n = 1, all positive gives −0.587 to 1 at 95 %. A limit is ±1 exactly
/// when all answers are positive or negative. The published closed form is a quartic that loses digits from a few hundred answers on,
/// so each limit is found by Newton's method inside a shrinking bracket. Relative error below 1e-12 for n up to 1e12.
/// </para>
/// </remarks>
public static class TangoScoreInterval
{
    private const int MaximumSteps = 200;

    // Newton's error is of the order of the square of its last step.
    private const double StepTolerance = 3e-8;
    private const double RoundingOfShares = 1e-12;

    /// <summary>The interval from counts.</summary>
    /// <param name="counts">The counts, not all 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing was counted, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCounts(NetCounts counts, double level = ConfidenceLevel.Default)
    {
        counts.ThrowIfEmpty(nameof(counts));
        ConfidenceLevel.ThrowIfInvalid(level);
        double z = StandardNormal.TwoSidedQuantile(level);
        return Limits(counts.NegativeShare, counts.PositiveShare, counts.Score, counts.Total, z);
    }

    /// <summary>The interval from a score and an effective sample size, which need not be whole: weighted or clustered answers.</summary>
    /// <param name="negativeShare">The share of negative answers, d.</param>
    /// <param name="positiveShare">The share of positive answers, p; together with d at most 1, but for rounding.</param>
    /// <param name="sampleSize">The (effective) sample size, finite and above 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">A share is negative or they exceed 1 together, the sample size is not finite and above 0, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromShares(
        double negativeShare,
        double positiveShare,
        double sampleSize,
        double level = ConfidenceLevel.Default
    )
    {
        ThrowIfNoShare(negativeShare, 0, nameof(negativeShare));
        ThrowIfNoShare(positiveShare, negativeShare, nameof(positiveShare));
        if (!(sampleSize > 0 && double.IsFinite(sampleSize)))
        {
            throw new ArgumentOutOfRangeException(nameof(sampleSize), sampleSize, "A sample size is above 0.");
        }

        ConfidenceLevel.ThrowIfInvalid(level);
        double score = Math.Clamp(positiveShare - negativeShare, -1, 1);
        return Limits(negativeShare, positiveShare, score, sampleSize, StandardNormal.TwoSidedQuantile(level));
    }

    /// <summary>The interval from shares and their difference, z standard errors wide on each side.</summary>
    internal static IntervalLimits Limits(double negativeShare, double positiveShare, double score, double n, double z)
    {
        double margin = z / Math.Sqrt(n);

        // Swapping positive and negative answers turns the interval round, so only upper limits are ever computed.
        double upper = UpperLimit(positiveShare, negativeShare, score, margin);
        double lower = -UpperLimit(negativeShare, positiveShare, -score, margin);
        return new IntervalLimits(lower, upper).Containing(score);
    }

    private static void ThrowIfNoShare(double share, double others, string name)
    {
        if (!(share >= 0 && share + others <= 1 + RoundingOfShares))
        {
            throw new ArgumentOutOfRangeException(name, share, "Shares are 0 or more, and together at most 1.");
        }
    }

    private static double UpperLimit(double positive, double negative, double score, double margin)
    {
        double low = score;
        double high = 1;
        double theta = FirstGuess(positive + negative - (score * score), score, margin);
        for (int count = 0; count < MaximumSteps && high > low; count++)
        {
            (double excess, double slope) = Excess(theta, positive, negative, score, margin);
            if (excess > 0)
            {
                high = theta;
            }
            else
            {
                low = theta;
            }

            double next = theta - (excess / slope);
            if (Math.Abs(next - theta) <= StepTolerance * (theta - score))
            {
                return Math.Clamp(next, low, high);
            }

            theta = next > low && next < high ? next : (low + high) / 2;
            if (!(theta > low && theta < high))
            {
                break;
            }
        }

        return theta;
    }

    // The limit if the variance did not depend on θ, drawn towards the middle as Wilson's interval is; inside (score, 1).
    private static double FirstGuess(double variance, double score, double margin)
    {
        double guess = score + (margin * Math.Sqrt(Math.Max(variance, 0) + (margin * margin / 4)));
        return guess < 1 ? guess : (score + 1) / 2;
    }

    /// <summary>θ − t − margin √v(θ), and its derivative by θ. Negative below the limit, positive above it.</summary>
    private static (double Excess, double Slope) Excess(
        double theta,
        double positive,
        double negative,
        double score,
        double margin
    )
    {
        ConstrainedShares shares = ConstrainedShares.At(theta, positive, negative, score);
        double deviation = Math.Sqrt(shares.Variance);
        double slope = 1 - (margin * shares.VarianceSlope / (2 * deviation));
        return (theta - score - (margin * deviation), slope);
    }
}
