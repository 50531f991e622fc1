using MathNet.Numerics.LinearAlgebra;
using MathNet.Numerics.LinearAlgebra.Double;
using MathNet.Numerics.LinearAlgebra.Factorization;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Johnson's relative weights from a correlation matrix.</summary>
/// <remarks>
/// With the correlations C among the drivers and their symmetric square root S, the uncorrelated variables nearest to the drivers have the
/// coefficients β = S⁻¹r on the outcome; the weight of driver j is Σᵢ S²ⱼᵢ β²ᵢ. The rows of S have length 1, hence the weights add up to
/// Σβ² = R².
/// </remarks>
internal static class RelativeWeights
{
    /// <summary>Writes the weight of each driver.</summary>
    /// <param name="among">The correlations among the drivers, k × k, positive definite.</param>
    /// <param name="withOutcome">The correlations with the outcome.</param>
    /// <param name="parts">Where the weights go.</param>
    public static void Fill(ReadOnlySpan<double> among, ReadOnlySpan<double> withOutcome, Span<double> parts)
    {
        int k = withOutcome.Length;
        Evd<double> spectrum = new DenseMatrix(k, k, among.ToArray()).Evd(Symmetricity.Symmetric);
        Matrix<double> vectors = spectrum.EigenVectors;
        double[] roots = [.. spectrum.EigenValues.Select(value => Math.Sqrt(value.Real))];
        double[] projections = new double[k];
        for (int axis = 0; axis < k; axis++)
        {
            double sum = 0;
            for (int driver = 0; driver < k; driver++)
            {
                sum += vectors[driver, axis] * withOutcome[driver];
            }

            projections[axis] = sum / roots[axis];
        }

        parts.Clear();
        for (int variable = 0; variable < k; variable++)
        {
            double coefficient = 0;
            for (int axis = 0; axis < k; axis++)
            {
                coefficient += vectors[variable, axis] * projections[axis];
            }

            for (int driver = 0; driver < k; driver++)
            {
                double shared = 0;
                for (int axis = 0; axis < k; axis++)
                {
                    shared += vectors[driver, axis] * roots[axis] * vectors[variable, axis];
                }

                parts[driver] += shared * shared * coefficient * coefficient;
            }
        }
    }
}
