using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using MathNet.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>Garwood's exact limits of a Poisson mean.</summary>
/// <remarks>
/// The means that neither one-sided Poisson test rejects at half of 1 − level (Garwood 1936, Biometrika 28, 437-442), by Newton's method on
/// the logarithms of the tail and of the mean, where the tails are concave.
/// </remarks>
internal static class PoissonMeanLimits
{
    private const double StepTolerance = 1e-14;
    private const int MaximumSteps = 100;
    private const int FewCounted = 100;

    public static IntervalLimits FromCount(long count, double level)
    {
        double tail = (1 - level) / 2;
        return new IntervalLimits(count == 0 ? 0 : Lower(count, tail), Upper(count, tail));
    }

    private static double Lower(long count, double tail) =>
        Solve(
            count < FewCounted ? StartOfFew(count, tail) : Start(count, StandardNormal.Quantile(tail)),
            Math.Log(tail),
            law => law.AtLeast(count),
            law => count * law.Probability(count)
        );

    private static double Upper(long count, double tail) =>
        Solve(
            Start(count + 1, -StandardNormal.Quantile(tail)),
            Math.Log(tail),
            law => law.AtMost(count),
            law => -(count + 1.0) * law.Probability(count + 1)
        );

    // P(X ≥ k) is at most λᵏ/k!: from where that is the tail, the steps go up to the limit and never beyond.
    private static double StartOfFew(long count, double tail) =>
        (Math.Log(tail) + SpecialFunctions.GammaLn(count + 1.0)) / count;

    // Wilson and Hilferty (1931): the cube root of a gamma variable is nearly normal.
    private static double Start(double shape, double z) =>
        Math.Log(shape) + (3 * Math.Log(1 - (1 / (9 * shape)) + (z / (3 * Math.Sqrt(shape)))));

    private static double Solve(
        double start,
        double target,
        Func<PoissonLaw, double> tail,
        Func<PoissonLaw, double> slope
    )
    {
        double logarithm = start;
        for (int step = 0; step < MaximumSteps; step++)
        {
            PoissonLaw law = new(Math.Exp(logarithm));
            double probability = tail(law);
            double change = (target - Math.Log(probability)) * probability / slope(law);
            logarithm += change;
            if (!(Math.Abs(change) > StepTolerance))
            {
                break;
            }
        }

        return Math.Exp(logarithm);
    }
}
