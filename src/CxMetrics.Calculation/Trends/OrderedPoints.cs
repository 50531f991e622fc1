using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Trends;

/// <summary>Points in order of position, those at one position in order of value.</summary>
internal readonly struct OrderedPoints
{
    private readonly double[] _x;
    private readonly double[] _y;

    private OrderedPoints(double[] x, double[] y)
    {
        _x = x;
        _y = y;
    }

    public ReadOnlySpan<double> X => _x;

    public ReadOnlySpan<double> Y => _y;

    public int Count => _x.Length;

    public static OrderedPoints Of(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        ThrowIfInvalid(positions, values);
        return Ordered(positions.ToArray(), values.ToArray());
    }

    /// <summary>A series at the positions 1 … n.</summary>
    public static OrderedPoints OfSeries(ReadOnlySpan<double> values)
    {
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
        double[] positions = new double[values.Length];
        for (int index = 0; index < positions.Length; index++)
        {
            positions[index] = index + 1;
        }

        return new OrderedPoints(positions, values.ToArray());
    }

    public static void ThrowIfInvalid(ReadOnlySpan<double> positions, ReadOnlySpan<double> values)
    {
        if (positions.Length != values.Length)
        {
            throw new ArgumentException(
                $"{positions.Length} positions and {values.Length} values were given.",
                nameof(values)
            );
        }

        FiniteNumbers.ThrowIfNotFinite(positions, nameof(positions));
        FiniteNumbers.ThrowIfNotFinite(values, nameof(values));
    }

    /// <summary>The slope between two points at different positions; infinite beyond the range of a double.</summary>
    public double Slope(int earlier, int later)
    {
        double rise = _y[later] - _y[earlier];
        double run = _x[later] - _x[earlier];
        return double.IsFinite(rise) && double.IsFinite(run)
            ? rise / run
            : ((_y[later] / 4) - (_y[earlier] / 4)) / ((_x[later] / 4) - (_x[earlier] / 4));
    }

    /// <summary>The points with the sign of every value turned.</summary>
    public OrderedPoints Mirrored()
    {
        double[] mirrored = new double[_y.Length];
        for (int index = 0; index < mirrored.Length; index++)
        {
            mirrored[index] = -_y[index];
        }

        return Ordered((double[])_x.Clone(), mirrored);
    }

    private static OrderedPoints Ordered(double[] x, double[] y)
    {
        SortedPoints.Sort(x, y);
        return new OrderedPoints(x, y);
    }
}
