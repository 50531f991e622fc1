namespace CxMetrics.Calculation.Numerics;

/// <summary>What lists of numbers may hold.</summary>
internal static class FiniteNumbers
{
    /// <summary>Refuses NaN and infinities.</summary>
    public static void ThrowIfNotFinite(ReadOnlySpan<double> numbers, string name)
    {
        foreach (double number in numbers)
        {
            if (!double.IsFinite(number))
            {
                throw new ArgumentOutOfRangeException(name, number, "Every number is finite.");
            }
        }
    }

    /// <summary>Refuses NaN, infinities and negative numbers.</summary>
    public static void ThrowIfNotFiniteOrNegative(ReadOnlySpan<double> numbers, string name)
    {
        ThrowIfNotFinite(numbers, name);
        foreach (double number in numbers)
        {
            if (number < 0)
            {
                throw new ArgumentOutOfRangeException(name, number, "No number is negative.");
            }
        }
    }

    /// <summary>Refuses NaN and negative numbers; 0 with either sign and infinity pass.</summary>
    public static void ThrowIfNotANumberOrNegative(double number, string name)
    {
        // Written so that NaN, which compares false with everything, is refused.
        if (!(number >= 0))
        {
            throw new ArgumentOutOfRangeException(name, number, "The number is 0 or more.");
        }
    }

    /// <summary>Refuses NaN, infinities and numbers that are not above 0, which have no logarithm.</summary>
    public static void ThrowIfNotFiniteOrNotPositive(ReadOnlySpan<double> numbers, string name)
    {
        ThrowIfNotFinite(numbers, name);
        foreach (double number in numbers)
        {
            if (number <= 0)
            {
                throw new ArgumentOutOfRangeException(name, number, "Every number is above 0.");
            }
        }
    }

    /// <summary>The number; null where a formula has left the range of a double.</summary>
    public static double? OrNull(double number) => double.IsFinite(number) ? number : null;
}
