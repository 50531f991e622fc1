using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CxMetrics.Calculation.Counting;

/// <summary>Counts small numbers in a list of bytes, about as fast as memory delivers them.</summary>
/// <remarks>
/// A table of 16 bytes turns a number into a 1 in one half of a byte, for one of the two numbers that the table stands for, or into 0. Six
/// tables so count 12 numbers with one shuffle and one addition a pair. The halves are full after 15 additions and move into bytes of
/// their own; these are full after 255.
/// </remarks>
internal static class ScoreCounter
{
    /// <summary>The most different numbers that can be counted.</summary>
    public const int MaximumNumbers = 12;

    private const int HalfByte = 15;
    private const int FullByte = 17 * HalfByte;

    /// <summary>Adds how often each of the numbers from <paramref name="lowest"/> on occurs.</summary>
    /// <param name="bytes">The list.</param>
    /// <param name="lowest">The lowest number that is counted.</param>
    /// <param name="counts">One count per number, at most <see cref="MaximumNumbers"/>, none beyond 255.</param>
    /// <returns>Whether every byte is one of these numbers; if not, the counts are of no use.</returns>
    public static bool TryCount(ReadOnlySpan<byte> bytes, byte lowest, Span<long> counts)
    {
        int done = 0;
        if (Avx512BW.IsSupported)
        {
            done = CountVectors<Lanes512, Vector512<byte>>(bytes, lowest, counts);
        }
        else if (Avx2.IsSupported)
        {
            done = CountVectors<Lanes256, Vector256<byte>>(bytes, lowest, counts);
        }
        else if (Vector128.IsHardwareAccelerated)
        {
            done = CountVectors<Lanes128, Vector128<byte>>(bytes, lowest, counts);
        }

        return done >= 0 && TryCountRest(bytes[done..], lowest, counts);
    }

    private static bool TryCountRest(ReadOnlySpan<byte> bytes, byte lowest, Span<long> counts)
    {
        foreach (byte number in bytes)
        {
            int index = number - lowest;
            if (index < 0 || index >= counts.Length)
            {
                return false;
            }

            counts[index]++;
        }

        return true;
    }

    /// <summary>Counts as many bytes as fill whole vectors.</summary>
    /// <returns>How many were counted; −1 when one of them is none of the numbers.</returns>
    internal static int CountVectors<TLanes, TVector>(ReadOnlySpan<byte> bytes, byte lowest, Span<long> counts)
        where TLanes : IByteLanes<TVector>
        where TVector : struct
    {
        ReadOnlySpan<TVector> vectors = MemoryMarshal.Cast<byte, TVector>(bytes);
        PairTables<TVector> tables = PairTables<TVector>.Of<TLanes>(lowest, counts.Length);
        Span<int> found = stackalloc int[MaximumNumbers];
        int length = Unsafe.SizeOf<TVector>();
        for (int start = 0; start < vectors.Length; start += FullByte)
        {
            ReadOnlySpan<TVector> block = vectors.Slice(start, Math.Min(FullByte, vectors.Length - start));
            TVector seen = CountBlock<TLanes, TVector>(block, tables, found);
            int total = 0;
            for (int index = 0; index < counts.Length; index++)
            {
                counts[index] += found[index];
                total += found[index];
            }

            // The tables do not know numbers from 16 on from lower ones, but the bits do; other foreign numbers are missing in the total.
            if (total != block.Length * length || TLanes.Sum(TLanes.HighNibbles(seen)) > 0)
            {
                return -1;
            }
        }

        return vectors.Length * length;
    }

    private static TVector CountBlock<TLanes, TVector>(
        ReadOnlySpan<TVector> block,
        in PairTables<TVector> tables,
        Span<int> found
    )
        where TLanes : IByteLanes<TVector>
        where TVector : struct
    {
        TVector seen = default;
        PairCounts<TVector> counts = default;
        for (int start = 0; start < block.Length; start += HalfByte)
        {
            ReadOnlySpan<TVector> part = block.Slice(start, Math.Min(HalfByte, block.Length - start));
            seen = TLanes.Or(seen, counts.Add<TLanes>(part, tables));
        }

        counts.Store<TLanes>(found);
        return seen;
    }
}
