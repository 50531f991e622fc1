using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Resampling;

/// <summary>A ratio of two sums with the residuals of its units, a − θb; numerators and denominators each in units of a power of two.</summary>
internal sealed record RatioParts(double Ratio, double[] Residuals, double[] Denominators, double Total, int Exponent)
{
    // What rounding alone can make of a = θb.
    private const double Rounding = 1e-15;

    /// <summary>The parts; null for no units, or where the ratio is not a finite number.</summary>
    public static RatioParts? Of(ReadOnlySpan<double> numerators, ReadOnlySpan<double> denominators)
    {
        int numeratorExponent = BinaryScale.ExponentOf(numerators);
        int denominatorExponent = BinaryScale.ExponentOf(denominators);
        double[] a = BinaryScale.Scaled(numerators, -numeratorExponent);
        double[] b = BinaryScale.Scaled(denominators, -denominatorExponent);
        double total = Sum(b);
        double scaledRatio = Sum(a) / total;
        int exponent = numeratorExponent - denominatorExponent;
        double ratio = Math.ScaleB(scaledRatio, exponent);
        if (!double.IsFinite(ratio))
        {
            return null;
        }

        for (int index = 0; index < a.Length; index++)
        {
            double residual = Math.FusedMultiplyAdd(-scaledRatio, b[index], a[index]);
            a[index] = Math.Abs(residual) <= Rounding * Math.Abs(a[index]) ? 0 : residual;
        }

        return new RatioParts(ratio, a, b, total, exponent);
    }

    private static double Sum(ReadOnlySpan<double> numbers)
    {
        CompensatedSum sum = default;
        foreach (double number in numbers)
        {
            sum = sum.Add(number);
        }

        return sum.Value;
    }
}
