namespace CxMetrics.Calculation.Numerics;

/// <summary>Scaling by powers of two: changes no digit, and keeps sums and squares of very large or small numbers in range.</summary>
internal static class BinaryScale
{
    /// <summary>The exponent of the largest magnitude; 0 where all are 0.</summary>
    public static int ExponentOf(ReadOnlySpan<double> numbers)
    {
        double largest = 0;
        foreach (double number in numbers)
        {
            largest = Math.Max(largest, Math.Abs(number));
        }

        return largest > 0 ? Math.ILogB(largest) : 0;
    }

    /// <summary>The numbers times a power of two.</summary>
    public static double[] Scaled(ReadOnlySpan<double> numbers, int exponent)
    {
        double[] scaled = numbers.ToArray();
        Scale(scaled, exponent);
        return scaled;
    }

    /// <summary>Multiplies the numbers by a power of two.</summary>
    public static void Scale(Span<double> numbers, int exponent)
    {
        foreach (ref double number in numbers)
        {
            number = Math.ScaleB(number, exponent);
        }
    }
}
