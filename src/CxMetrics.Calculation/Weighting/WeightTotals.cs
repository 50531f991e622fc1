using System.Numerics;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Weighting;

/// <summary>
/// Number, sum and sum of squares of some weights: all that a weighted share or net score needs of the answers of a class. Immutable;
/// totals of disjoint sets add up.
/// </summary>
public readonly record struct WeightTotals : IAdditionOperators<WeightTotals, WeightTotals, WeightTotals>
{
    /// <summary>Creates the totals.</summary>
    /// <param name="count">How many weights are above 0.</param>
    /// <param name="sum">Their sum, finite and above 0 unless there are none.</param>
    /// <param name="sumOfSquares">The sum of their squares, finite, 0 or more; 0 if there are none.</param>
    /// <exception cref="ArgumentOutOfRangeException">A total is negative or not finite, or is 0 where another says that it is not.</exception>
    public WeightTotals(long count, double sum, double sumOfSquares)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ThrowIfImpossible(sum, count > 0 ? double.Epsilon : 0, count, nameof(sum));
        ThrowIfImpossible(sumOfSquares, 0, count, nameof(sumOfSquares));
        Count = count;
        Sum = sum;
        SumOfSquares = sumOfSquares;
    }

    /// <summary>How many weights are above 0.</summary>
    public long Count { get; }

    /// <summary>Σw.</summary>
    public double Sum { get; }

    /// <summary>Σw².</summary>
    public double SumOfSquares { get; }

    /// <summary><see cref="Caveats.Weighted"/> where the weights differ by more than rounding.</summary>
    internal Caveats Caveats => EffectiveSampleSize < Count * (1 - 1e-12) ? Caveats.Weighted : Caveats.None;

    /// <summary>(Σw)²/Σw², from 1 to the count: the sample size after Kish (1965), Survey Sampling; NaN for none.</summary>
    internal double EffectiveSampleSize => Math.Clamp(Sum / SumOfSquares * Sum, 1, Math.Max(1, Count));

    /// <summary>The totals of a list.</summary>
    /// <param name="weights">The weights, finite, none negative. Their unit does not matter; a square below 1e-308 counts as 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative or not finite, or the squares add up to more than a double holds.</exception>
    public static WeightTotals Of(ReadOnlySpan<double> weights)
    {
        FiniteNumbers.ThrowIfNotFiniteOrNegative(weights, nameof(weights));
        WeightSums sums = default;
        foreach (double weight in weights)
        {
            sums = sums.Add(weight);
        }

        return sums.ToTotals();
    }

    /// <summary>The totals of both.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A total is not finite.</exception>
    /// <exception cref="OverflowException">The count exceeds <see cref="long.MaxValue"/>.</exception>
    public static WeightTotals operator +(WeightTotals left, WeightTotals right) =>
        new(left.Count + right.Count, left.Sum + right.Sum, left.SumOfSquares + right.SumOfSquares);

    private static void ThrowIfImpossible(double total, double least, long count, string name)
    {
        double most = count > 0 ? double.MaxValue : 0;
        if (!(total >= least && total <= most))
        {
            throw new ArgumentOutOfRangeException(
                name,
                total,
                "Totals of weights are finite, and 0 only where there are no weights."
            );
        }
    }
}
