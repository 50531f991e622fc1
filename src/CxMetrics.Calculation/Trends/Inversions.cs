namespace CxMetrics.Calculation.Trends;

/// <summary>Counts the pairs of a list that are out of order while sorting it.</summary>
/// <remarks>Merge sort from the bottom up over blocks sorted by insertion; every exchange that the sort makes is counted (Knight 1966).</remarks>
internal static class Inversions
{
    private const int Block = 16;

    /// <summary>The number of pairs whose first number is greater than its second; the list is sorted afterwards.</summary>
    /// <param name="values">The numbers, without NaN.</param>
    /// <param name="buffer">Working space of the same length.</param>
    public static long CountAndSort(Span<double> values, Span<double> buffer)
    {
        long count = 0;
        for (int start = 0; start < values.Length; start += Block)
        {
            count += InsertionSort(values[start..Math.Min(start + Block, values.Length)]);
        }

        Span<double> from = values;
        Span<double> to = buffer;
        for (long width = Block; width < values.Length; width *= 2)
        {
            count += MergePass(from, to, width);
            Span<double> sorted = to;
            to = from;
            from = sorted;
        }

        if (from != values)
        {
            from.CopyTo(values);
        }

        return count;
    }

    private static long InsertionSort(Span<double> values)
    {
        long count = 0;
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
            count += index - place;
        }

        return count;
    }

    private static long MergePass(ReadOnlySpan<double> from, Span<double> to, long width)
    {
        long count = 0;
        for (long start = 0; start < from.Length; start += 2 * width)
        {
            int middle = (int)Math.Min(start + width, from.Length);
            int end = (int)Math.Min(start + (2 * width), from.Length);
            count += Merge(from[(int)start..middle], from[middle..end], to[(int)start..end]);
        }

        return count;
    }

    private static long Merge(ReadOnlySpan<double> left, ReadOnlySpan<double> right, Span<double> to)
    {
        long count = 0;
        int l = 0;
        int r = 0;
        while (l < left.Length && r < right.Length)
        {
            // Equal numbers are in order: the left one goes first.
            bool takeRight = right[r] < left[l];
            to[l + r] = takeRight ? right[r] : left[l];
            count += takeRight ? left.Length - l : 0;
            int step = takeRight ? 1 : 0;
            r += step;
            l += 1 - step;
        }

        left[l..].CopyTo(to[(l + r)..]);
        right[r..].CopyTo(to[(l + r)..]);
        return count;
    }
}
