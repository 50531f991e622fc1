using System.Buffers;

namespace CxMetrics.Calculation.Resampling;

/// <summary>A statistic of numbers as one of rows.</summary>
internal sealed class DrawnValues(double[] values, Func<ReadOnlySpan<double>, double> statistic)
{
    public double Of(ReadOnlySpan<int> rows)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(rows.Length);
        Span<double> sample = rented.AsSpan(0, rows.Length);
        for (int index = 0; index < rows.Length; index++)
        {
            sample[index] = values[rows[index]];
        }

        double result = statistic(sample);
        ArrayPool<double>.Shared.Return(rented);
        return result;
    }
}
