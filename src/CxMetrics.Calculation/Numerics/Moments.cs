namespace CxMetrics.Calculation.Numerics;

/// <summary>Mean and corrected sum of squares of a list of numbers, or of weighted numbers.</summary>
/// <remarks>
/// Two passes with compensated sums (Neumaier 1974; Chan, Golub and LeVeque 1983), so that a large common offset costs no digits.
/// Numbers are first scaled by a power of two, which is exact, so that squares of very large or small numbers neither overflow nor vanish.
/// </remarks>
internal readonly struct Moments
{
    private Moments(double mean, double meanRemainder, double standardDeviation, bool hasSpread)
    {
        Mean = mean;
        MeanRemainder = meanRemainder;
        StandardDeviation = standardDeviation;
        HasSpread = hasSpread;
    }

    /// <summary>The mean.</summary>
    public double Mean { get; }

    /// <summary>What rounding took from <see cref="Mean"/>: the two together are the mean to twice the digits.</summary>
    /// <remarks>A difference of two means with a large common offset cancels all digits but these.</remarks>
    public double MeanRemainder { get; }

    /// <summary>The standard deviation with divisor n; 0 without spread.</summary>
    public double StandardDeviation { get; }

    /// <summary>Whether two of the numbers differ.</summary>
    public bool HasSpread { get; }

    /// <summary>The moments of a list that is not empty and holds finite numbers only.</summary>
    public static Moments Of(ReadOnlySpan<double> values)
    {
        (double least, double greatest) = Range(values);
        if (!(greatest > least))
        {
            return new Moments(least, 0, 0, hasSpread: false);
        }

        int exponent = Math.ILogB(Math.Max(Math.Abs(least), Math.Abs(greatest))) + 1;
        double mean = Math.Clamp(
            ScaledMean(values, exponent),
            Math.ScaleB(least, -exponent),
            Math.ScaleB(greatest, -exponent)
        );
        (double variance, double remainder) = ScaledVariance(values, exponent, mean);
        return new Moments(
            Math.Clamp(Math.ScaleB(mean, exponent), least, greatest),
            Math.ScaleB(remainder, exponent),
            Math.ScaleB(Math.Sqrt(variance), exponent),
            hasSpread: true
        );
    }

    /// <summary>The least and the greatest of a list that is not empty.</summary>
    internal static (double Least, double Greatest) Range(ReadOnlySpan<double> values)
    {
        double least = values[0];
        double greatest = values[0];
        foreach (double value in values)
        {
            least = Math.Min(least, value);
            greatest = Math.Max(greatest, value);
        }

        return (least, greatest);
    }

    private static double ScaledMean(ReadOnlySpan<double> values, int exponent)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum = sum.Add(Math.ScaleB(value, -exponent));
        }

        return sum.Value / values.Length;
    }

    private static (double Variance, double Remainder) ScaledVariance(
        ReadOnlySpan<double> values,
        int exponent,
        double mean
    )
    {
        CompensatedSum squares = default;
        CompensatedSum rest = default;
        foreach (double value in values)
        {
            double deviation = Math.ScaleB(value, -exponent) - mean;
            squares = squares.Add(deviation * deviation);
            rest = rest.Add(deviation);
        }

        // The deviations add up to 0 but for the rounding of the mean; what is left of it is taken out.
        double remainder = rest.Value / values.Length;
        return (Math.Max(0, (squares.Value / values.Length) - (remainder * remainder)), remainder);
    }
}
