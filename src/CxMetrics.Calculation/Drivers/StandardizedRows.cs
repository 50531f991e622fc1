using System.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>A standardized table row after row, each with a 1 behind it, filled up to whole vectors: what resampling reads.</summary>
internal sealed class StandardizedRows
{
    private readonly double[] _numbers;

    private StandardizedRows(double[] numbers, int rows, int drivers, int stride)
    {
        _numbers = numbers;
        Rows = rows;
        Drivers = drivers;
        Stride = stride;
    }

    public int Rows { get; }

    public int Drivers { get; }

    /// <summary>The place of the 1, which makes the cross products of a row hold its sums.</summary>
    public int One => Drivers + 1;

    /// <summary>The length of a row, a multiple of the vector size.</summary>
    public int Stride { get; }

    public static StandardizedRows Of(StandardizedTable table)
    {
        int width = Vector<double>.Count;
        int stride = (table.Drivers + 2 + width - 1) / width * width;
        double[] numbers = new double[table.Rows * stride];
        for (int column = 0; column <= table.Drivers; column++)
        {
            ReadOnlySpan<double> values = table.Numbers.AsSpan(column * table.Rows, table.Rows);
            for (int row = 0; row < values.Length; row++)
            {
                numbers[(row * stride) + column] = values[row];
            }
        }

        for (int row = 0; row < table.Rows; row++)
        {
            numbers[(row * stride) + table.Drivers + 1] = 1;
        }

        return new StandardizedRows(numbers, table.Rows, table.Drivers, stride);
    }

    public ReadOnlySpan<double> Row(int index) => _numbers.AsSpan(index * Stride, Stride);
}
