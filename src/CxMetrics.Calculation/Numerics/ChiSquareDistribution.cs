using MathNet.Numerics;

namespace CxMetrics.Calculation.Numerics;

/// <summary>The χ² distribution, as far as tests need it.</summary>
internal static class ChiSquareDistribution
{
    /// <summary>P(X &gt; x), with relative accuracy far out.</summary>
    /// <param name="x">The statistic, 0 or more.</param>
    /// <param name="degreesOfFreedom">1 or more.</param>
    public static double UpperTail(double x, int degreesOfFreedom) =>
        SpecialFunctions.GammaUpperRegularized(degreesOfFreedom / 2.0, x / 2);
}
