using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>The pseudo-answer interval for a mean of ratings, in points of the scale: the default of rating means.</summary>
/// <remarks>
/// Two pseudo-answers are spread evenly over the k points, 2/k each; then m̃ ± z √(ṽ/(n + 2)) with the mean m̃ and the divisor-n variance ṽ
/// of answers and pseudo-answers together, clipped to the scale. Never has zero width, n = 1 and equal answers included. Constructed for
/// this project by analogy with the adjusted Wald interval, without a literature source; coverage at 95 %, worst of three distributions
/// on 1 to 5: .921, .932, .939, .942, .945 at n = 5, 10, 20, 30, 50 (t: .672, .892, .866, .886, .903), by enumeration in the project's
/// reference numbers. At low levels or extreme answers it can miss the plain mean; <see cref="MeanRating"/> extends it.
/// </remarks>
public static class PseudoAnswersInterval
{
    private const double PseudoAnswers = 2;

    /// <summary>The interval.</summary>
    /// <param name="distribution">The answers, at least one.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are no answers, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromDistribution(
        RatingDistribution distribution,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ConfidenceLevel.ThrowIfInvalid(level);
        if (distribution.Total == 0)
        {
            throw new ArgumentOutOfRangeException(nameof(distribution), 0, "An interval needs at least one answer.");
        }

        IntervalLimits limits = FromLowestPoint(distribution, StandardNormal.TwoSidedQuantile(level));
        int minimum = distribution.Scale.Minimum;
        return new IntervalLimits(minimum + limits.Lower, minimum + limits.Upper);
    }

    /// <summary>The limits of <paramref name="z"/> standard errors on each side, counted from the lowest point: the place of the scale costs no digits.</summary>
    internal static IntervalLimits FromLowestPoint(RatingDistribution distribution, double z)
    {
        (double centre, double error) = CentreAndError(distribution);
        return IntervalLimits.Around(centre, z * error).ClippedTo(0, distribution.Scale.Points - 1);
    }

    /// <summary>m̃, counted from the lowest point, and √(ṽ/(n + 2)), which is above 0.</summary>
    internal static (double Centre, double Error) CentreAndError(RatingDistribution distribution)
    {
        RatingMoments moments = RatingMoments.Of(distribution, PseudoAnswers / distribution.Scale.Points);
        return (moments.MeanIndex, Math.Sqrt(moments.SumOfSquares) / moments.Total);
    }
}
