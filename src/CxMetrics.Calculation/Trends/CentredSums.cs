using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Trends;

/// <summary>Weighted means of two lists of numbers, and the sums of squares and products about them.</summary>
/// <remarks>
/// Each mean is kept as a number and what rounding dropped of it; all sums are compensated. So neither a large offset of the positions, such as
/// years or seconds, nor one of the values costs digits.
/// </remarks>
internal readonly struct CentredSums
{
    private readonly double _meanX;
    private readonly double _restX;
    private readonly double _meanY;
    private readonly double _restY;

    public CentredSums(ReadOnlySpan<double> x, ReadOnlySpan<double> y, ReadOnlySpan<double> weights)
    {
        CompensatedSum total = default;
        foreach (double weight in weights)
        {
            total = total.Add(weight);
        }

        Weight = total.Value;
        (_meanX, _restX) = Mean(x, weights, Weight);
        (_meanY, _restY) = Mean(y, weights, Weight);
        CompensatedSum xx = default;
        CompensatedSum xy = default;
        CompensatedSum yy = default;
        for (int index = 0; index < weights.Length; index++)
        {
            double dx = FromMeanX(x[index]);
            double dy = FromMeanY(y[index]);
            xx = xx.Add(weights[index] * dx * dx);
            xy = xy.Add(weights[index] * dx * dy);
            yy = yy.Add(weights[index] * dy * dy);
        }

        Xx = xx.Value;
        Xy = xy.Value;
        Yy = yy.Value;
    }

    public double Weight { get; }

    public double Xx { get; }

    public double Xy { get; }

    public double Yy { get; }

    public double FromMeanX(double x) => x - _meanX - _restX;

    public double FromMeanY(double y) => y - _meanY - _restY;

    /// <summary>The mean of y plus a small number.</summary>
    public double MeanYPlus(double number) => _meanY + (_restY + number);

    private static (double Mean, double Dropped) Mean(
        ReadOnlySpan<double> values,
        ReadOnlySpan<double> weights,
        double total
    )
    {
        double mean = WeightedSum(values, weights, 0) / total;
        return (mean, WeightedSum(values, weights, mean) / total);
    }

    private static double WeightedSum(ReadOnlySpan<double> values, ReadOnlySpan<double> weights, double from)
    {
        CompensatedSum sum = default;
        for (int index = 0; index < values.Length; index++)
        {
            sum = sum.Add(weights[index] * (values[index] - from));
        }

        return sum.Value;
    }
}
