using System.Runtime.Intrinsics;

namespace CxMetrics.Calculation.Numerics;

/// <summary>ln(1 + x) with all its digits where x is small.</summary>
/// <remarks>
/// The logarithm of the rounded sum, corrected for what rounding dropped (Kahan; Higham 2002, Accuracy and Stability of Numerical Algorithms,
/// section 1.14). Two units in the last place; the base library has no such function.
/// </remarks>
internal static class LogOnePlus
{
    /// <summary>ln(1 + x) for x above −1.</summary>
    public static double Of(double x)
    {
        double sum = 1 + x;
        return double.IsPositiveInfinity(sum) ? sum : Math.Log(sum) + ((x - (sum - 1)) / sum);
    }

    /// <summary>ln(1 + numerator/denominator) for positive numbers, also where their ratio is no double.</summary>
    public static double Of(double numerator, double denominator)
    {
        double ratio = numerator / denominator;
        return double.IsPositiveInfinity(ratio) ? Math.Log(numerator) - Math.Log(denominator) : Of(ratio);
    }

    /// <summary>ln(1 + x) of four numbers, above −1 and finite.</summary>
    public static Vector256<double> Of(Vector256<double> x)
    {
        Vector256<double> sum = Vector256<double>.One + x;
        return Vector256.Log(sum) + ((x - (sum - Vector256<double>.One)) / sum);
    }
}
