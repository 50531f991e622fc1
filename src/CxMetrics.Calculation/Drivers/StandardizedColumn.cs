using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>A column brought to mean 0 and length 1: z = (x − mean)/√Σ(x − mean)². Products of two such columns are correlations.</summary>
/// <param name="Mean">The mean of the column.</param>
/// <param name="Deviation">The standard deviation with divisor n, above 0: the length over √n, which overflows for no column.</param>
internal readonly record struct StandardizedColumn(double Mean, double Deviation)
{
    // Squares of numbers up to 2^300 and down to 2^-300 times their own rounding neither overflow nor vanish.
    private const int LargestExponent = 300;

    /// <summary>Writes the standardized column; null, and nothing written, where all values are the same.</summary>
    /// <param name="values">The column, finite, at least one number.</param>
    /// <param name="target">Where the standardized column goes.</param>
    public static StandardizedColumn? Fill(ReadOnlySpan<double> values, Span<double> target)
    {
        (double least, double greatest) = Moments.Range(values);
        if (!(greatest > least))
        {
            return null;
        }

        int magnitude = Math.ILogB(Math.Max(Math.Abs(least), Math.Abs(greatest))) + 1;
        int exponent = Math.Abs(magnitude) > LargestExponent ? magnitude : 0;
        CopyScaled(values, target, -exponent);

        // The second centring takes out what the rounding of the first mean left, which a large offset makes visible.
        double mean = Centre(target);
        mean += Centre(target);
        double length = Math.Sqrt(ColumnProducts.Dot(target, target));
        foreach (ref double value in target)
        {
            value /= length;
        }

        return new StandardizedColumn(
            Math.Clamp(Math.ScaleB(mean, exponent), least, greatest),
            Math.ScaleB(length / Math.Sqrt(values.Length), exponent)
        );
    }

    // By a power of two, which changes no digit.
    private static void CopyScaled(ReadOnlySpan<double> values, Span<double> target, int exponent)
    {
        values.CopyTo(target);
        if (exponent == 0)
        {
            return;
        }

        foreach (ref double value in target)
        {
            value = Math.ScaleB(value, exponent);
        }
    }

    private static double Centre(Span<double> values)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum = sum.Add(value);
        }

        double mean = sum.Value / values.Length;
        foreach (ref double value in values)
        {
            value -= mean;
        }

        return mean;
    }
}
