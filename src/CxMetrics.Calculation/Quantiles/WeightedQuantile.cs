using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Quantiles;

/// <summary>Sorted numbers with their running weights, for a quantile and its limits.</summary>
internal sealed class WeightedQuantile
{
    // Running sums of weights that are equal on paper differ in the last digits.
    private const double Fuzz = 1e-12;

    private readonly double[] _values;

    // The share of the total weight up to and including each number.
    private readonly double[] _shares;

    private WeightedQuantile(double[] values, double[] shares, WeightTotals totals)
    {
        _values = values;
        _shares = shares;
        EffectiveSampleSize = totals.EffectiveSampleSize;
        Caveats = totals.Caveats;
    }

    /// <summary>(Σw)²/Σw².</summary>
    public double EffectiveSampleSize { get; }

    /// <summary><see cref="Caveats.Weighted"/> where the weights differ.</summary>
    public Caveats Caveats { get; }

    /// <summary>How many numbers have a weight.</summary>
    public int SampleSize => _values.Length;

    /// <summary>Sorts numbers with weights of about 1 and below, none negative, not all 0.</summary>
    /// <param name="values">The numbers.</param>
    /// <param name="carried">The weights; sorted with the numbers.</param>
    public static WeightedQuantile Of(ReadOnlySpan<double> values, double[] carried)
    {
        double[] sorted = values.ToArray();
        int count = 0;
        for (int index = 0; index < sorted.Length; index++)
        {
            if (carried[index] > 0)
            {
                sorted[count] = sorted[index];
                carried[count] = carried[index];
                count++;
            }
        }

        sorted = sorted[..count];
        carried = carried[..count];
        WeightTotals totals = WeightTotals.Of(carried);
        sorted.AsSpan().Sort(carried.AsSpan());
        CompensatedSum sum = default;
        for (int index = 0; index < count; index++)
        {
            sum = sum.Add(carried[index]);
            carried[index] = sum.Value / totals.Sum;
        }

        return new WeightedQuantile(sorted, carried, totals);
    }

    /// <summary>The least number whose share of the weight at or below it reaches the probability, the middle of two where it does so exactly.</summary>
    public double Value(double probability)
    {
        int index = FirstReaching(probability - Fuzz);
        bool isExact = _shares[index] <= probability + Fuzz && index + 1 < _values.Length;
        return isExact
            ? new QuantilePosition(0, 1, 0.5).Interpolate(_values[index], _values[index + 1])
            : _values[index];
    }

    /// <summary>The greatest number that is low enough; null when none is.</summary>
    public double? Lower(double logOdds, double tail)
    {
        int count = CountWhile(index => IsFarEnough(_shares[index], logOdds, tail));
        return count > 0 ? _values[count - 1] : null;
    }

    /// <summary>The least number that is high enough; null when none is.</summary>
    public double? Upper(double logOdds, double tail)
    {
        int count = CountWhile(index => !IsFarEnough(1 - ShareBefore(index), -logOdds, tail));
        return count < _values.Length ? _values[count] : null;
    }

    // A share of less than one effective observation says no more about what lies beyond it than one observation does.
    private bool IsFarEnough(double share, double logOdds, double tail) =>
        OrderStatisticRanks.IsLowEnough(Math.Max(1, share * EffectiveSampleSize), EffectiveSampleSize, logOdds, tail);

    private double ShareBefore(int index) => index == 0 ? 0 : _shares[index - 1];

    private int FirstReaching(double share) =>
        Math.Min(CountWhile(index => _shares[index] < share), _values.Length - 1);

    /// <summary>How many numbers come before the first for which the condition, true up to some number and false from there on, is false.</summary>
    private int CountWhile(Func<int, bool> condition)
    {
        int low = 0;
        int high = _values.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            (low, high) = condition(middle) ? (middle + 1, high) : (low, middle);
        }

        return low;
    }
}
