namespace CxMetrics.Calculation.Numerics;

/// <summary>Counts in an ascending list, by bisection.</summary>
internal static class SortedNumbers
{
    /// <summary>How many of the numbers are below a value.</summary>
    public static int CountBelow(ReadOnlySpan<double> numbers, double value)
    {
        int low = 0;
        int high = numbers.Length;
        while (low < high)
        {
            int middle = low + ((high - low) / 2);
            if (numbers[middle] < value)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return low;
    }

    /// <summary>How many of the numbers are at most a value.</summary>
    public static int CountAtMost(ReadOnlySpan<double> numbers, double value) =>
        CountBelow(numbers, Math.BitIncrement(value));
}
