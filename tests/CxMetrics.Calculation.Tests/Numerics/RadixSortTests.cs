using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.Numerics;

public sealed class RadixSortTests
{
    [TestCase(0, ulong.MaxValue)]
    [TestCase(1, ulong.MaxValue)]
    [TestCase(4095, ulong.MaxValue)]
    [TestCase(4096, ulong.MaxValue)]
    [TestCase(20_000, ulong.MaxValue)]
    [TestCase(20_000, 0xFFUL)]
    [TestCase(20_000, 0xFFUL << 56)]
    [TestCase(20_000, 0x10_0000_0010UL)]
    [TestCase(20_000, 0UL)]
    public void Sort_AnyKeys_PutsThemInOrder(int count, ulong bits)
    {
        RandomStream stream = new(seed: 3);
        ulong[] keys = new ulong[count];
        for (int index = 0; index < count; index++)
        {
            keys[index] = stream.NextBits() & bits;
        }

        ulong[] expected = [.. keys.Order()];
        RadixSort.Sort(keys);

        keys.Should().Equal(expected);
    }
}
