namespace CxMetrics.Calculation.Trends;

/// <summary>Numbers scaled by a power of two to at most 2 in size, so that their squares neither overflow nor vanish.</summary>
/// <param name="Values">The scaled numbers.</param>
/// <param name="Exponent">The power: a number is its scaled value times 2^exponent.</param>
internal readonly record struct ScaledNumbers(double[] Values, int Exponent)
{
    public static ScaledNumbers Of(ReadOnlySpan<double> numbers)
    {
        double largest = 0;
        foreach (double number in numbers)
        {
            largest = Math.Max(largest, Math.Abs(number));
        }

        return By(largest > 0 ? Math.ILogB(largest) : 0, numbers);
    }

    /// <summary>Weights scaled by an even power, so that its root is a power too.</summary>
    public static ScaledNumbers OfWeights(ReadOnlySpan<double> weights)
    {
        double largest = 0;
        foreach (double weight in weights)
        {
            largest = Math.Max(largest, weight);
        }

        return By(largest > 0 ? Math.ILogB(largest) & ~1 : 0, weights);
    }

    /// <summary>The inverse squares of standard errors, scaled by an even power.</summary>
    public static ScaledNumbers OfPrecisions(ReadOnlySpan<double> standardErrors)
    {
        double least = double.PositiveInfinity;
        foreach (double error in standardErrors)
        {
            least = Math.Min(least, error);
        }

        ScaledNumbers errors = By(double.IsFinite(least) ? Math.ILogB(least) : 0, standardErrors);
        for (int index = 0; index < errors.Values.Length; index++)
        {
            errors.Values[index] = 1 / errors.Values[index] / errors.Values[index];
        }

        return new ScaledNumbers(errors.Values, -2 * errors.Exponent);
    }

    private static ScaledNumbers By(int exponent, ReadOnlySpan<double> numbers)
    {
        double[] scaled = new double[numbers.Length];
        for (int index = 0; index < scaled.Length; index++)
        {
            scaled[index] = Math.ScaleB(numbers[index], -exponent);
        }

        return new ScaledNumbers(scaled, exponent);
    }
}
