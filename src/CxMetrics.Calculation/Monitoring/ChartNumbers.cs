namespace CxMetrics.Calculation.Monitoring;

/// <summary>What values and targets of charts may be: finite, and small enough for limits to be finite too.</summary>
internal static class ChartNumbers
{
    public const double Largest = 1e300;

    public static void ThrowIfInvalid(ReadOnlySpan<double> numbers, string name)
    {
        foreach (double number in numbers)
        {
            if (!(Math.Abs(number) <= Largest))
            {
                throw new ArgumentOutOfRangeException(
                    name,
                    number,
                    "Every number is finite and at most 1e300 in size."
                );
            }
        }
    }

    public static void ThrowIfNotAboveZero(double number, double most, string name)
    {
        if (!(number > 0 && number <= most))
        {
            throw new ArgumentOutOfRangeException(name, number, $"The number is above 0 and at most {most}.");
        }
    }
}
