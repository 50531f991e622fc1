namespace CxMetrics.Calculation.Numerics;

/// <summary>The point that has a given probability on one side.</summary>
/// <remarks>
/// Steps of fourth order, or Newton's, on the logarithm of the tail (<see cref="TailStep"/>). The density is log-concave, hence so are both
/// tails, and Newton converges from every start where the tail has not underflowed; a step into underflow is halved, the first being the
/// one from the centre to the guess.
/// </remarks>
internal static class TailQuantile
{
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
        double sign = upperTail ? -1 : 1;
        double point = start;
        double step = start - distribution.Centre;
        for (int count = 0; count < MaximumSteps; count++)
        {
            TailPoint at = distribution.At(point);
            double tail = upperTail ? at.Tails.Upper : at.Tails.Lower;
            if (!(tail > 0))
            {
                step /= 2;
                point -= step;
                continue;
            }

            double residual = Math.Log(tail) - target;
            double hazard = at.Density / tail;
            double growth = at.LogSlope - (sign * hazard);
            double change = at.LogCurvature - (sign * hazard * growth);
            step = TailStep.From(-sign * residual / hazard, growth, change);
            point += step;
            if (!(Math.Abs(residual) > TailStep.Tolerance))
            {
                break;
            }
        }

        return point;
    }
}
