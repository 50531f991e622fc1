namespace CxMetrics.Calculation.Trends;

/// <summary>Sorts indexes by their keys, stably, and shows the pairs it exchanges.</summary>
/// <param name="order">The indexes, sorted in place.</param>
/// <param name="keys">The key of each index; may change between two sorts.</param>
internal sealed class InversionList(int[] order, double[] keys)
{
    private readonly int[] _buffer = new int[order.Length];

    /// <summary>Sorts by the keys as they are now, without showing anything.</summary>
    public void Sort() => Sort(order, _buffer, static (_, _) => false, goesOn: false);

    /// <summary>Sorts by the keys as they are now.</summary>
    /// <param name="goesOnAfter">Is given the two indexes of each pair that was out of order, in their order before; no more once it says no.</param>
    public void Sort(Func<int, int, bool> goesOnAfter) => Sort(order, _buffer, goesOnAfter, goesOn: true);

    private bool Sort(Span<int> indexes, Span<int> buffer, Func<int, int, bool> goesOnAfter, bool goesOn)
    {
        if (indexes.Length < 2)
        {
            return goesOn;
        }

        int middle = indexes.Length / 2;
        goesOn = Sort(indexes[..middle], buffer[..middle], goesOnAfter, goesOn);
        goesOn = Sort(indexes[middle..], buffer[middle..], goesOnAfter, goesOn);
        indexes.CopyTo(buffer);
        Span<int> left = buffer[..middle];
        Span<int> right = buffer[middle..];
        int l = 0;
        int r = 0;
        while (l < left.Length && r < right.Length)
        {
            bool takeRight = keys[right[r]] < keys[left[l]];
            indexes[l + r] = takeRight ? right[r] : left[l];
            if (!takeRight)
            {
                l++;
                continue;
            }

            for (int passed = l; goesOn && passed < left.Length; passed++)
            {
                goesOn = goesOnAfter(left[passed], right[r]);
            }

            r++;
        }

        left[l..].CopyTo(indexes[(l + r)..]);
        right[r..].CopyTo(indexes[(l + r)..]);
        return goesOn;
    }
}
