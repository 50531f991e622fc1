using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CxMetrics.Calculation.Counting;

/// <summary>Vectors of 64 bytes.</summary>
internal readonly struct Lanes512 : IByteLanes<Vector512<byte>>
{
    public static Vector512<byte> Repeat(Vector128<byte> table) =>
        Vector512.Create(Vector256.Create(table, table), Vector256.Create(table, table));

    public static Vector512<byte> Repeat(byte value) => Vector512.Create(value);

    public static Vector512<byte> Lookup(Vector512<byte> table, Vector512<byte> indices) =>
        Avx512BW.Shuffle(table, indices);

    public static Vector512<byte> Add(Vector512<byte> left, Vector512<byte> right) => left + right;

    public static Vector512<byte> Subtract(Vector512<byte> left, Vector512<byte> right) => left - right;

    public static Vector512<byte> Or(Vector512<byte> left, Vector512<byte> right) => left | right;

    public static Vector512<byte> LowNibbles(Vector512<byte> vector) => vector & Vector512.Create((byte)0x0F);

    public static Vector512<byte> HighNibbles(Vector512<byte> vector) => LowNibbles((vector.AsUInt16() >> 4).AsByte());

    public static int Sum(Vector512<byte> vector)
    {
        (Vector512<ushort> lower, Vector512<ushort> upper) = Vector512.Widen(vector);
        return Vector512.Sum(lower + upper);
    }
}
