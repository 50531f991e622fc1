using System.Buffers;

namespace CxMetrics.Calculation.Numerics;

/// <summary>Sorts 64-bit keys in ascending order, in time linear in their number.</summary>
/// <remarks>
/// Least significant digit first, 11 bits at a time; a digit that all keys share costs nothing, which makes whole days cheaper still.
/// Ours because sorting is what a survival curve mostly does: a million random doubles took 0.12 to 0.3 of the time of
/// <see cref="Array.Sort{T}(T[])"/>.
/// </remarks>
internal static class RadixSort
{
    private const int DigitBits = 11;
    private const int Digits = 6;
    private const int Radix = 1 << DigitBits;

    // Below this the counters of the digits cost more than comparing.
    private const int SmallestLength = 4096;

    /// <summary>Sorts in place.</summary>
    public static void Sort(Span<ulong> keys)
    {
        if (keys.Length < SmallestLength)
        {
            keys.Sort();
            return;
        }

        ulong[] rented = ArrayPool<ulong>.Shared.Rent(keys.Length);
        int[] counts = ArrayPool<int>.Shared.Rent(Digits * Radix);
        try
        {
            Sort(keys, rented.AsSpan(0, keys.Length), counts.AsSpan(0, Digits * Radix));
        }
        finally
        {
            ArrayPool<int>.Shared.Return(counts);
            ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private static void Sort(Span<ulong> keys, Span<ulong> scratch, Span<int> counts)
    {
        Count(keys, counts);
        Span<ulong> from = keys;
        Span<ulong> to = scratch;
        bool isInScratch = false;
        for (int digit = 0; digit < Digits; digit++)
        {
            Span<int> ofDigit = counts.Slice(digit * Radix, Radix);
            int shift = digit * DigitBits;
            if (ofDigit[DigitOf(from[0], shift)] == from.Length)
            {
                continue;
            }

            Scatter(from, to, ofDigit, shift);
            Span<ulong> sorted = to;
            to = from;
            from = sorted;
            isInScratch = !isInScratch;
        }

        if (isInScratch)
        {
            from.CopyTo(keys);
        }
    }

    private static void Count(ReadOnlySpan<ulong> keys, Span<int> counts)
    {
        counts.Clear();
        unchecked
        {
            foreach (ulong key in keys)
            {
                for (int digit = 0; digit < Digits; digit++)
                {
                    counts[(digit * Radix) + DigitOf(key, digit * DigitBits)]++;
                }
            }
        }
    }

    private static void Scatter(ReadOnlySpan<ulong> from, Span<ulong> to, Span<int> counts, int shift)
    {
        unchecked
        {
            int start = 0;
            for (int value = 0; value < counts.Length; value++)
            {
                int count = counts[value];
                counts[value] = start;
                start += count;
            }

            foreach (ulong key in from)
            {
                to[counts[DigitOf(key, shift)]++] = key;
            }
        }
    }

    private static int DigitOf(ulong key, int shift) => unchecked((int)(key >> shift) & (Radix - 1));
}
