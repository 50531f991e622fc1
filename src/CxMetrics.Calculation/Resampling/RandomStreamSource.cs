namespace CxMetrics.Calculation.Resampling;

/// <summary>A <see cref="RandomStream"/> for the samplers of MathNet, which take a <see cref="Random"/>.</summary>
internal sealed class RandomStreamSource(long seed, long stream = 0) : Random(0)
{
    private RandomStream _stream = new(seed, stream);

    public override double NextDouble() => _stream.NextDouble();

    public override int Next() => _stream.NextIndex(int.MaxValue);

    public override int Next(int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxValue);
        return _stream.NextIndex(maxValue);
    }

    public override int Next(int minValue, int maxValue)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxValue, minValue);
        return (int)(minValue + (long)(NextDouble() * ((long)maxValue - minValue)));
    }

    public override long NextInt64() => (long)(_stream.NextBits() >> 1);

    public override void NextBytes(byte[] buffer) => NextBytes(buffer.AsSpan());

    public override void NextBytes(Span<byte> buffer)
    {
        for (int index = 0; index < buffer.Length; index++)
        {
            buffer[index] = (byte)(_stream.NextBits() >> 56);
        }
    }

    protected override double Sample() => _stream.NextDouble();
}
