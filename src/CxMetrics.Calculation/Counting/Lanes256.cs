using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace CxMetrics.Calculation.Counting;

/// <summary>Vectors of 32 bytes.</summary>
internal readonly struct Lanes256 : IByteLanes<Vector256<byte>>
{
    public static Vector256<byte> Repeat(Vector128<byte> table) => Vector256.Create(table, table);

    public static Vector256<byte> Repeat(byte value) => Vector256.Create(value);

    public static Vector256<byte> Lookup(Vector256<byte> table, Vector256<byte> indices) =>
        Avx2.Shuffle(table, indices);

    public static Vector256<byte> Add(Vector256<byte> left, Vector256<byte> right) => left + right;

    public static Vector256<byte> Subtract(Vector256<byte> left, Vector256<byte> right) => left - right;

    public static Vector256<byte> Or(Vector256<byte> left, Vector256<byte> right) => left | right;

    public static Vector256<byte> LowNibbles(Vector256<byte> vector) => vector & Vector256.Create((byte)0x0F);

    public static Vector256<byte> HighNibbles(Vector256<byte> vector) => LowNibbles((vector.AsUInt16() >> 4).AsByte());

    public static int Sum(Vector256<byte> vector)
    {
        (Vector256<ushort> lower, Vector256<ushort> upper) = Vector256.Widen(vector);
        return Vector256.Sum(lower + upper);
    }
}
