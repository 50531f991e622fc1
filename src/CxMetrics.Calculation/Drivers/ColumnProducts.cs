using System.Numerics;
using System.Runtime.InteropServices;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>The loops over long columns: products, distances and sums of multiples, several numbers at a time.</summary>
internal static class ColumnProducts
{
    // Short enough for the rounding within a block to stay below some 1e-14 of it, long enough for the compensated sum of the blocks
    // to cost nothing.
    private const int Block = 1024;

    /// <summary>Σ left · right.</summary>
    public static double Dot(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        CompensatedSum sum = default;
        for (int start = 0; start < left.Length; start += Block)
        {
            int length = Math.Min(Block, left.Length - start);
            sum = sum.Add(DotOfBlock(left.Slice(start, length), right.Slice(start, length)));
        }

        return sum.Value;
    }

    /// <summary>Σ (left − factor · right)².</summary>
    public static double SquaredDistance(ReadOnlySpan<double> left, double factor, ReadOnlySpan<double> right)
    {
        CompensatedSum sum = default;
        for (int index = 0; index < left.Length; index++)
        {
            double difference = left[index] - (factor * right[index]);
            sum = sum.Add(difference * difference);
        }

        return sum.Value;
    }

    /// <summary>target += factor · column.</summary>
    public static void AddMultiple(Span<double> target, double factor, ReadOnlySpan<double> column)
    {
        Span<Vector<double>> wideTarget = MemoryMarshal.Cast<double, Vector<double>>(target);
        ReadOnlySpan<Vector<double>> wideColumn = MemoryMarshal.Cast<double, Vector<double>>(column);
        for (int index = 0; index < wideTarget.Length; index++)
        {
            wideTarget[index] += wideColumn[index] * factor;
        }

        for (int index = wideTarget.Length * Vector<double>.Count; index < target.Length; index++)
        {
            target[index] += factor * column[index];
        }
    }

    private static double DotOfBlock(ReadOnlySpan<double> left, ReadOnlySpan<double> right)
    {
        ReadOnlySpan<Vector<double>> wideLeft = MemoryMarshal.Cast<double, Vector<double>>(left);
        ReadOnlySpan<Vector<double>> wideRight = MemoryMarshal.Cast<double, Vector<double>>(right);
        Vector<double> wide = Vector<double>.Zero;
        for (int index = 0; index < wideLeft.Length; index++)
        {
            wide += wideLeft[index] * wideRight[index];
        }

        double sum = Vector.Sum(wide);
        for (int index = wideLeft.Length * Vector<double>.Count; index < left.Length; index++)
        {
            sum += left[index] * right[index];
        }

        return sum;
    }
}
