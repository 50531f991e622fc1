using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using CxMetrics.Calculation.Counting;

namespace CxMetrics.Calculation.Tests.Counting;

/// <summary>Every width of vector against counting one by one, also those that this processor would not choose.</summary>
public sealed class ScoreCounterTests
{
    private static readonly (string Name, bool IsSupported, CountVectors Count)[] Widths =
    [
        ("128", Vector128.IsHardwareAccelerated, ScoreCounter.CountVectors<Lanes128, Vector128<byte>>),
        ("256", Avx2.IsSupported, ScoreCounter.CountVectors<Lanes256, Vector256<byte>>),
        ("512", Avx512BW.IsSupported, ScoreCounter.CountVectors<Lanes512, Vector512<byte>>),
    ];

    // Around the numbers at which halves of bytes and bytes are full: 15 and 255 vectors.
    private static readonly int[] Lengths = [0, 1, 15, 16, 63, 64, 960, 961, 4_095, 16_320, 16_321, 40_000];

    private delegate int CountVectors(ReadOnlySpan<byte> bytes, byte lowest, Span<long> counts);

    [TestCase(0, 11)]
    [TestCase(1, 5)]
    [TestCase(0, 12)]
    [TestCase(245, 11)]
    [TestCase(7, 1)]
    public void CountVectors_EveryWidth_CountsWholeVectors(byte lowest, int numbers)
    {
        Random random = new(3);
        foreach (int length in Lengths)
        {
            byte[] bytes = [.. Enumerable.Range(0, length).Select(_ => (byte)(lowest + random.Next(numbers)))];
            foreach ((string name, _, CountVectors count) in Widths.Where(width => width.IsSupported))
            {
                long[] counts = new long[numbers];
                int done = count(bytes, lowest, counts);
                done.Should().BeInRange(length - 63, length, name);
                counts.Should().Equal(OneByOne(bytes[..done], lowest, numbers), name);
            }
        }
    }

    // All of one number: the fullest that a counter gets.
    [Test]
    public void CountVectors_AllEqual_NeverOverflowsAByte()
    {
        byte[] bytes = new byte[100_000];
        Array.Fill(bytes, (byte)10);
        foreach ((string name, _, CountVectors count) in Widths.Where(width => width.IsSupported))
        {
            long[] counts = new long[11];
            int done = count(bytes, 0, counts);
            counts[10].Should().Be(done, name);
        }
    }

    [Test]
    public void CountVectors_AnyForeignByte_IsNoticed()
    {
        byte[] bytes = [.. Enumerable.Range(0, 4_096).Select(index => (byte)(1 + (index % 5)))];
        for (int foreign = 0; foreign <= byte.MaxValue; foreign++)
        {
            if (foreign is >= 1 and <= 5)
            {
                continue;
            }

            bytes[1_234] = (byte)foreign;
            foreach ((string name, _, CountVectors count) in Widths.Where(width => width.IsSupported))
            {
                count(bytes, 1, new long[5]).Should().Be(-1, $"{foreign} at width {name}");
            }
        }
    }

    private static long[] OneByOne(byte[] bytes, byte lowest, int numbers)
    {
        long[] counts = new long[numbers];
        foreach (byte number in bytes)
        {
            counts[number - lowest]++;
        }

        return counts;
    }
}
