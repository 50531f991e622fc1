namespace CxMetrics.Calculation.Numerics;

/// <summary>What a <see cref="RootSeries"/> needs to know of a distribution.</summary>
/// <param name="Skewness">ρ, for distances measured in standard deviations.</param>
/// <param name="Curvature">κ.</param>
/// <param name="LeastShape">The least of its shapes, on which convergence depends.</param>
internal readonly record struct RootFamily(double Skewness, double Curvature, double LeastShape)
{
    /// <summary>The same distribution with its sides exchanged.</summary>
    public RootFamily Mirrored => this with { Skewness = -Skewness };

    /// <summary>The beta distribution: with n = a + b − 2 and p = (a − 1)/n, σ² = p(1 − p)/n, ρ = (1 − 2p)/√(n p (1 − p)), κ = 1/n.</summary>
    public static RootFamily Beta(double a, double b)
    {
        double n = a + b - 2;
        return new RootFamily((b - a) / Math.Sqrt((a - 1) * (b - 1) / n) / n, 1 / n, Math.Min(a, b));
    }

    /// <summary>The gamma distribution of unit scale: with its mode m = shape − 1, σ² = m, ρ = 1/√m, κ = 0.</summary>
    public static RootFamily Gamma(double shape) => new(1 / Math.Sqrt(shape - 1), 0, shape);
}
