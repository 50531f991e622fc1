using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>Square-and-add of two pseudo-answer intervals, and the test that agrees with it.</summary>
internal static class PseudoAnswersDifference
{
    private const int MaximumSteps = 100;

    /// <summary>The limits of second − first at z standard errors, both sides with answers.</summary>
    public static IntervalLimits Limits(RatingDistribution first, RatingDistribution second, double z)
    {
        double one = RatingMoments.Of(first).MeanIndex;
        double other = RatingMoments.Of(second).MeanIndex;
        return SquareAndAdd.Difference(
            one,
            PseudoAnswersInterval.FromLowestPoint(first, z).Containing(one),
            other,
            PseudoAnswersInterval.FromLowestPoint(second, z).Containing(other)
        );
    }

    /// <summary>1 − the level at which 0 lies on a limit; 1 where it lies inside at every level.</summary>
    /// <remarks>
    /// With δ = b − a > 0 it is the lower limit that reaches 0, where (b − lower limit of b)² + (upper limit of a − a)² = δ². Below it
    /// neither interval has reached the end of the scale. The left side is convex and grows with z, so Newton's method from a point beyond
    /// the root comes down to it and never passes it.
    /// </remarks>
    public static double PValue(RatingDistribution first, RatingDistribution second) =>
        RatingMoments.Of(first).MeanIndex <= RatingMoments.Of(second).MeanIndex
            ? PValueOfRise(first, second)
            : PValueOfRise(second, first);

    private static double PValueOfRise(RatingDistribution from, RatingDistribution to)
    {
        double low = RatingMoments.Of(from).MeanIndex;
        double high = RatingMoments.Of(to).MeanIndex;
        double difference = high - low;
        (double lowCentre, double lowError) = PseudoAnswersInterval.CentreAndError(from);
        (double highCentre, double highError) = PseudoAnswersInterval.CentreAndError(to);
        double above = lowCentre - low;
        double below = high - highCentre;
        if (Excess(above, below) <= 0)
        {
            return 1;
        }

        double z = (difference - below) / highError;
        for (int count = 0; count < MaximumSteps; count++)
        {
            double slope =
                2
                * (
                    (Math.Max(0, above + (z * lowError)) * lowError)
                    + (Math.Max(0, below + (z * highError)) * highError)
                );
            double step = -Excess(above + (z * lowError), below + (z * highError)) / slope;
            z -= step;
            if (!(step > 1e-16 * z))
            {
                break;
            }
        }

        return StandardNormal.TwoSidedTail(Math.Max(0, z));

        // δ² minus what the two half-widths towards each other add up to.
        double Excess(double lowMargin, double highMargin)
        {
            double one = Math.Max(0, lowMargin);
            double other = Math.Max(0, highMargin);
            return (difference * difference) - (one * one) - (other * other);
        }
    }
}
