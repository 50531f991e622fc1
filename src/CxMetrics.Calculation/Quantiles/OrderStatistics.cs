namespace CxMetrics.Calculation.Quantiles;

/// <summary>Puts single numbers in the place that sorting would give them, without sorting the rest.</summary>
/// <remarks>
/// Quickselect for several ranks at once (Hoare 1961; Chambers 1971), so expected time is proportional to the length. A range that does
/// not shrink as it should is sorted instead, which bounds the worst case (Musser 1997).
/// </remarks>
internal static class OrderStatistics
{
    private const int SmallLength = 32;

    /// <summary>Reorders the numbers so that each of these indices holds what it would hold after sorting.</summary>
    /// <param name="values">The numbers, none NaN.</param>
    /// <param name="indices">Indices in ascending order.</param>
    public static void Place(Span<double> values, ReadOnlySpan<int> indices) =>
        Place(values, indices, 0, 2 * int.Log2(Math.Max(1, values.Length)));

    private static void Place(Span<double> values, ReadOnlySpan<int> indices, int start, int depth)
    {
        while (!indices.IsEmpty)
        {
            if (values.Length <= SmallLength || depth == 0)
            {
                values.Sort();
                return;
            }

            depth--;
            int split = Partition(values);
            int count = CountBelow(indices, start + split);
            Place(values[..split], indices[..count], start, depth);
            values = values[split..];
            indices = indices[count..];
            start += split;
        }
    }

    private static int CountBelow(ReadOnlySpan<int> indices, int limit)
    {
        int count = 0;
        while (count < indices.Length && indices[count] < limit)
        {
            count++;
        }

        return count;
    }

    /// <summary>Splits the numbers into two parts that are not empty, none of the first above any of the second (Hoare 1961).</summary>
    /// <returns>The length of the first part.</returns>
    private static int Partition(Span<double> values)
    {
        double pivot = Pivot(values);
        int low = -1;
        int high = values.Length;
        while (true)
        {
            do
            {
                low++;
            } while (values[low] < pivot);

            do
            {
                high--;
            } while (values[high] > pivot);

            if (low >= high)
            {
                // The median of three numbers is neither below nor above the other two: both scans stop before they meet an end.
                return low;
            }

            (values[low], values[high]) = (values[high], values[low]);
        }
    }

    /// <summary>The median of the first, middle and last number.</summary>
    private static double Pivot(ReadOnlySpan<double> values)
    {
        double first = values[0];
        double middle = values[values.Length / 2];
        double last = values[^1];
        return Math.Max(Math.Min(first, middle), Math.Min(Math.Max(first, middle), last));
    }
}
