using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Weighting;

/// <summary>What weights of single answers may be, and the power of two that brings them near 1.</summary>
internal static class WeightScale
{
    /// <summary>
    /// The binary exponent of the largest weight, by which squares of weights neither overflow nor vanish together; 0 for no answers.
    /// </summary>
    /// <exception cref="ArgumentException">There are not as many weights as answers.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is not finite or negative, or all weights are 0.</exception>
    public static int ExponentOf(ReadOnlySpan<double> weights, int answers)
    {
        if (weights.Length != answers)
        {
            throw new ArgumentException($"{answers} answers and {weights.Length} weights were given.", nameof(weights));
        }

        FiniteNumbers.ThrowIfNotFiniteOrNegative(weights, nameof(weights));
        if (answers > 0 && !weights.ContainsAnyExcept(0))
        {
            throw new ArgumentOutOfRangeException(nameof(weights), 0, "The weights add up to more than 0.");
        }

        return BinaryScale.ExponentOf(weights);
    }
}
