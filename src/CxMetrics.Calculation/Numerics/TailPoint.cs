namespace CxMetrics.Calculation.Numerics;

/// <summary>What a search for a quantile needs of a distribution at one point.</summary>
/// <param name="Tails">Both tails, the smaller one with relative accuracy.</param>
/// <param name="Density">The density.</param>
/// <param name="LogSlope">The derivative of the logarithm of the density.</param>
/// <param name="LogCurvature">The second derivative of the logarithm of the density, not above 0.</param>
internal readonly record struct TailPoint(
    TailProbabilities Tails,
    double Density,
    double LogSlope,
    double LogCurvature
);
