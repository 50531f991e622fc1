namespace CxMetrics.Calculation.Ranking;

/// <summary>A merge sort that counts the pairs it finds in the wrong order.</summary>
internal static class Inversions
{
    // Below this length insertion is faster than merging.
    private const int ShortRun = 24;

    /// <summary>Sorts ascending.</summary>
    /// <param name="values">The numbers; no NaN.</param>
    /// <param name="buffer">Room for as many.</param>
    /// <returns>The number of pairs of which the first was greater than the second.</returns>
    public static long CountAndSort(Span<double> values, Span<double> buffer)
    {
        if (values.Length <= ShortRun)
        {
            return SortByInsertion(values);
        }

        int middle = values.Length / 2;
        long inversions = CountAndSort(values[..middle], buffer) + CountAndSort(values[middle..], buffer);
        return values[middle - 1] > values[middle] ? inversions + Merge(values, buffer[..middle]) : inversions;
    }

    private static long SortByInsertion(Span<double> values)
    {
        long inversions = 0;
        for (int index = 1; index < values.Length; index++)
        {
            double value = values[index];
            int place = index;
            while (place > 0 && values[place - 1] > value)
            {
                values[place] = values[place - 1];
                place--;
            }

            values[place] = value;
            inversions += index - place;
        }

        return inversions;
    }

    // The left half moves out of the way; every number taken from the right passes all that are left of it.
    private static long Merge(Span<double> values, Span<double> left)
    {
        values[..left.Length].CopyTo(left);
        long inversions = 0;
        int taken = 0;
        int right = left.Length;
        int place = 0;
        while (taken < left.Length && right < values.Length)
        {
            bool fromRight = values[right] < left[taken];
            inversions += fromRight ? left.Length - taken : 0;
            values[place++] = fromRight ? values[right++] : left[taken++];
        }

        left[taken..].CopyTo(values[place..]);
        return inversions;
    }
}
