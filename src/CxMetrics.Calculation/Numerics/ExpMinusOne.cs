namespace CxMetrics.Calculation.Numerics;

/// <summary>eˣ − 1 with all its digits where x is small.</summary>
/// <remarks>
/// The rounded difference times x over the logarithm of the rounded power, in which the rounding cancels (Kahan; Higham 2002, Accuracy and
/// Stability of Numerical Algorithms, section 1.14.1). Two units in the last place; double.ExpM1 subtracts and loses them.
/// </remarks>
internal static class ExpMinusOne
{
    /// <summary>eˣ − 1; infinite where that is no double.</summary>
    public static double Of(double x)
    {
        double power = Math.Exp(x);
        double difference = power - 1;
        if (Math.Abs(x) > 1)
        {
            return difference;
        }

        return Math.Abs(difference) > 0 ? difference * (x / Math.Log(power)) : x;
    }
}
