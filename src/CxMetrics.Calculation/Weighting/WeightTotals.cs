using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Weighting;

/// <summary>Number of positive weights, their sum and the sum of their squares.</summary>
internal readonly record struct WeightTotals(long Count, double Sum, double SumOfSquares)
{
    /// <summary>The totals of weights that are finite and not negative.</summary>
    /// <exception cref="ArgumentOutOfRangeException">All weights are 0, or there are none.</exception>
    public static WeightTotals Of(ReadOnlySpan<double> weights)
    {
        CompensatedSum sum = default;
        CompensatedSum squares = default;
        long count = 0;
        foreach (double weight in weights)
        {
            sum = sum.Add(weight);
            squares = squares.Add(weight * weight);
            count += weight > 0 ? 1 : 0;
        }

        return count > 0
            ? new WeightTotals(count, sum.Value, squares.Value)
            : throw new ArgumentOutOfRangeException(nameof(weights), sum.Value, "The weights add up to more than 0.");
    }
}
