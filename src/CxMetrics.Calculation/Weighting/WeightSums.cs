using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Weighting;

/// <summary>Running totals of weights with compensated sums. Immutable.</summary>
internal readonly struct WeightSums
{
    private readonly CompensatedSum _sum;
    private readonly CompensatedSum _squares;
    private readonly long _count;

    private WeightSums(long count, CompensatedSum sum, CompensatedSum squares)
    {
        _count = count;
        _sum = sum;
        _squares = squares;
    }

    /// <summary>The sums with one more weight; 0 is no weight.</summary>
    public WeightSums Add(double weight) =>
        weight > 0 ? new(_count + 1, _sum.Add(weight), _squares.Add(weight * weight)) : this;

    public WeightTotals ToTotals() => new(_count, _sum.Value, _squares.Value);
}
