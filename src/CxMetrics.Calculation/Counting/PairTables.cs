using System.Runtime.Intrinsics;

namespace CxMetrics.Calculation.Counting;

/// <summary>Six tables of two steps each: 1 for the even step of the pair, 16 for the odd one, 0 for all others.</summary>
/// <typeparam name="TVector">The vector of bytes.</typeparam>
/// <param name="Lowest">The lowest number, which is step 0, in every byte.</param>
/// <param name="T0">Steps 0 and 1.</param>
/// <param name="T1">Steps 2 and 3.</param>
/// <param name="T2">Steps 4 and 5.</param>
/// <param name="T3">Steps 6 and 7.</param>
/// <param name="T4">Steps 8 and 9.</param>
/// <param name="T5">Steps 10 and 11.</param>
internal readonly record struct PairTables<TVector>(
    TVector Lowest,
    TVector T0,
    TVector T1,
    TVector T2,
    TVector T3,
    TVector T4,
    TVector T5
)
    where TVector : struct
{
    /// <summary>The tables of so many numbers from the lowest on.</summary>
    public static PairTables<TVector> Of<TLanes>(byte lowest, int numbers)
        where TLanes : IByteLanes<TVector>
    {
        return new PairTables<TVector>(TLanes.Repeat(lowest), Pair(0), Pair(2), Pair(4), Pair(6), Pair(8), Pair(10));

        TVector Pair(int step)
        {
            Vector128<byte> table = Vector128<byte>.Zero;
            table = step < numbers ? table.WithElement(step, (byte)0x01) : table;
            table = step + 1 < numbers ? table.WithElement(step + 1, (byte)0x10) : table;
            return TLanes.Repeat(table);
        }
    }
}
