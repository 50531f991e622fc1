using System.Runtime.Intrinsics;

namespace CxMetrics.Calculation.Counting;

/// <summary>Six tables of two steps each: 1 for the even step of the pair, 16 for the odd one, 0 for all others.</summary>
/// <remarks>Steps are counted from the lowest number, so that the lowest is step 0.</remarks>
/// <typeparam name="TVector">The vector of bytes.</typeparam>
internal readonly struct PairTables<TVector>
    where TVector : struct
{
    private PairTables(TVector lowest, TVector t0, TVector t1, TVector t2, TVector t3, TVector t4, TVector t5)
    {
        Lowest = lowest;
        T0 = t0;
        T1 = t1;
        T2 = t2;
        T3 = t3;
        T4 = t4;
        T5 = t5;
    }

    /// <summary>The lowest number, in every byte.</summary>
    public TVector Lowest { get; }

    public TVector T0 { get; }

    public TVector T1 { get; }

    public TVector T2 { get; }

    public TVector T3 { get; }

    public TVector T4 { get; }

    public TVector T5 { get; }

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
