namespace CxMetrics.Calculation.Numerics;

/// <summary>1 + q + q² + … of a number of terms, and its slope in q.</summary>
/// <remarks>
/// By doubling the number of terms, all of them positive: no digit is lost near q = 1, where (1 − qⁿ)/(1 − q) loses most, and a long
/// sum costs as little as a short one.
/// </remarks>
/// <param name="Value">The sum.</param>
/// <param name="Slope">Its derivative with respect to q.</param>
internal readonly record struct GeometricSum(double Value, double Slope)
{
    /// <summary>The sum of <paramref name="terms"/> terms, 0 or more, with a ratio from 0 to 1.</summary>
    public static GeometricSum Of(double ratio, int terms)
    {
        double sum = 0;
        double slope = 0;
        double power = 1;
        double powerSlope = 0;
        for (int bit = 30; bit >= 0; bit--)
        {
            slope += (slope * power) + (sum * powerSlope);
            sum += sum * power;
            powerSlope *= 2 * power;
            power *= power;
            if ((terms >> bit & 1) == 1)
            {
                sum += power;
                slope += powerSlope;
                powerSlope = (powerSlope * ratio) + power;
                power *= ratio;
            }
        }

        return new GeometricSum(sum, slope);
    }
}
