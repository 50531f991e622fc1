using System.Runtime.Intrinsics;

namespace CxMetrics.Calculation.Counting;

/// <summary>Vectors of 16 bytes.</summary>
internal readonly struct Lanes128 : IByteLanes<Vector128<byte>>
{
    public static Vector128<byte> Repeat(Vector128<byte> table) => table;

    public static Vector128<byte> Repeat(byte value) => Vector128.Create(value);

    public static Vector128<byte> Lookup(Vector128<byte> table, Vector128<byte> indices) =>
        Vector128.ShuffleNative(table, indices);

    public static Vector128<byte> Add(Vector128<byte> left, Vector128<byte> right) => left + right;

    public static Vector128<byte> Subtract(Vector128<byte> left, Vector128<byte> right) => left - right;

    public static Vector128<byte> Or(Vector128<byte> left, Vector128<byte> right) => left | right;

    public static Vector128<byte> LowNibbles(Vector128<byte> vector) => vector & Vector128.Create((byte)0x0F);

    public static Vector128<byte> HighNibbles(Vector128<byte> vector) => LowNibbles((vector.AsUInt16() >> 4).AsByte());

    public static int Sum(Vector128<byte> vector)
    {
        (Vector128<ushort> lower, Vector128<ushort> upper) = Vector128.Widen(vector);
        return Vector128.Sum(lower + upper);
    }
}
