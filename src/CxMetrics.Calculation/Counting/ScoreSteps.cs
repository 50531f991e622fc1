using System.Numerics;
using System.Runtime.InteropServices;

namespace CxMetrics.Calculation.Counting;

/// <summary>Scores as bytes: their distance from the lowest point, or 255 for those below it and those far above.</summary>
internal static class ScoreSteps
{
    /// <summary>How many to take at once: few enough to stay in the fastest cache.</summary>
    public const int AtOnce = 8192;

    /// <summary>Fills in the steps.</summary>
    /// <param name="steps">Takes a step per score.</param>
    /// <param name="scores">The scores.</param>
    /// <param name="lowest">The lowest point.</param>
    public static void Fill(Span<byte> steps, ReadOnlySpan<int> scores, int lowest)
    {
        ReadOnlySpan<Vector<int>> vectors = MemoryMarshal.Cast<int, Vector<int>>(scores);
        Span<Vector<byte>> packed = MemoryMarshal.Cast<byte, Vector<byte>>(steps);
        int count = vectors.Length / 4;
        for (int index = 0; index < count; index++)
        {
            Vector<ushort> first = Vector.Narrow(
                Step(vectors[4 * index], lowest),
                Step(vectors[(4 * index) + 1], lowest)
            );
            Vector<ushort> second = Vector.Narrow(
                Step(vectors[(4 * index) + 2], lowest),
                Step(vectors[(4 * index) + 3], lowest)
            );
            packed[index] = Vector.Narrow(first, second);
        }

        for (int index = count * Vector<byte>.Count; index < scores.Length; index++)
        {
            steps[index] = (byte)Math.Min(byte.MaxValue, unchecked((uint)(scores[index] - lowest)));
        }
    }

    private static Vector<uint> Step(Vector<int> scores, int lowest) =>
        Vector.Min((scores - new Vector<int>(lowest)).As<int, uint>(), new Vector<uint>(byte.MaxValue));
}
