namespace CxMetrics.Calculation.Numerics;

/// <summary>The point that has a given probability on one side.</summary>
/// <remarks>
/// Newton's method on the logarithm of the tail. The density is log-concave, hence so are both tails, and Newton converges from every
/// start where the tail has not underflowed; a step into underflow is halved.
/// </remarks>
internal static class TailQuantile
{
    private const double StepTolerance = 1e-9;
    private const int MaximumSteps = 200;

    /// <summary>The point.</summary>
    /// <param name="distribution">The distribution; a struct, so that the calls are direct.</param>
    /// <param name="probability">The probability of the tail, above 0 and below 1; precise when it is the small side.</param>
    /// <param name="upperTail">Whether the tail lies above the point.</param>
    /// <param name="start">A first guess.</param>
    public static double Of<TDistribution>(TDistribution distribution, double probability, bool upperTail, double start)
        where TDistribution : struct, ITailFunction
    {
        double target = Math.Log(probability);
        double point = start;
        double step = 0;
        for (int count = 0; count < MaximumSteps; count++)
        {
            TailProbabilities tails = distribution.TailsAt(point);
            double tail = upperTail ? tails.Upper : tails.Lower;
            if (!(tail > 0))
            {
                step /= 2;
                point -= step;
                continue;
            }

            double slope = (upperTail ? -1 : 1) * distribution.DensityAt(point) / tail;
            step = (target - Math.Log(tail)) / slope;
            point += step;
            if (!(Math.Abs(step) > StepTolerance))
            {
                break;
            }
        }

        return point;
    }
}
