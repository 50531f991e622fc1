using MathNet.Numerics;

namespace CxMetrics.Calculation.Numerics;

/// <summary>The two terms of the saddle-point form of densities.</summary>
/// <remarks>
/// Loader (2000), "Fast and Accurate Computation of Binomial Probabilities": the saddle-point form does not subtract large logarithms, so
/// the digits stay at shapes of millions.
/// </remarks>
internal static class SaddlePoint
{
    /// <summary>ln(z!) minus Stirling's formula.</summary>
    public static double StirlingError(double z)
    {
        if (z < 15)
        {
            return SpecialFunctions.GammaLn(z + 1) - ((z + 0.5) * Math.Log(z)) + z - (Math.Log(2 * Math.PI) / 2);
        }

        double s = 1 / (z * z);
        return ((1 / 12.0) - (s * ((1 / 360.0) - (s * ((1 / 1260.0) - (s * ((1 / 1680.0) - (s / 1188)))))))) / z;
    }

    /// <summary>x ln(x / m) + m - x without cancellation near x = m.</summary>
    public static double Deviance(double x, double m)
    {
        double difference = x - m;
        if (Math.Abs(difference) > 0.1 * (x + m))
        {
            return (x * Math.Log(x / m)) - difference;
        }

        double v = difference / (x + m);
        double term = 2 * x * v;
        double sum = difference * v;
        for (int j = 3; j < 100; j += 2)
        {
            term *= v * v;
            double next = sum + (term / j);
            if (!(Math.Abs(next - sum) > 0))
            {
                break;
            }

            sum = next;
        }

        return sum;
    }
}
