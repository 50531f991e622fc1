using System.Runtime.Intrinsics;

namespace CxMetrics.Calculation.Counting;

/// <summary>What counting needs of a vector of bytes, so that one loop serves every width that the processor has.</summary>
/// <typeparam name="TVector">The vector.</typeparam>
internal interface IByteLanes<TVector>
    where TVector : struct
{
    /// <summary>The table in every 16 bytes.</summary>
    static abstract TVector Repeat(Vector128<byte> table);

    /// <summary>Every byte with this value.</summary>
    static abstract TVector Repeat(byte value);

    /// <summary>The entries of the table at these indices, 0 to 15. Any entry, or 0, at higher ones.</summary>
    static abstract TVector Lookup(TVector table, TVector indices);

    /// <summary>left + right, byte by byte, without carry.</summary>
    static abstract TVector Add(TVector left, TVector right);

    /// <summary>left − right, byte by byte, without borrow.</summary>
    static abstract TVector Subtract(TVector left, TVector right);

    /// <summary>The bits that either has.</summary>
    static abstract TVector Or(TVector left, TVector right);

    /// <summary>The lower four bits of every byte.</summary>
    static abstract TVector LowNibbles(TVector vector);

    /// <summary>The upper four bits of every byte, as numbers from 0 to 15.</summary>
    static abstract TVector HighNibbles(TVector vector);

    /// <summary>The sum of all bytes.</summary>
    static abstract int Sum(TVector vector);
}
