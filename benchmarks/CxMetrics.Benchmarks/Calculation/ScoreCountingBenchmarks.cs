using System.Numerics;
using System.Runtime.InteropServices;
using BenchmarkDotNet.Attributes;
using CxMetrics.Calculation;

namespace CxMetrics.Benchmarks.Calculation;

/// <summary>Counting scores against the least that reading them costs: a vectorised sum of the same array.</summary>
[MemoryDiagnoser]
public class ScoreCountingBenchmarks
{
    private const int Scores = 10_000_000;
    private const int SumsInHalfAWord = 128;

    private readonly byte[] _bytes = new byte[Scores];
    private readonly int[] _ints = new int[Scores];

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(20260131);
        for (int index = 0; index < Scores; index++)
        {
            _bytes[index] = (byte)random.Next(RatingScale.NetPromoter.Points);
            _ints[index] = _bytes[index];
        }
    }

    [BytesRead(Scores)]
    [Benchmark(Baseline = true)]
    public long SumOfBytes()
    {
        ReadOnlySpan<Vector<byte>> vectors = MemoryMarshal.Cast<byte, Vector<byte>>(_bytes);
        long sum = 0;
        while (!vectors.IsEmpty)
        {
            ReadOnlySpan<Vector<byte>> block = vectors[..Math.Min(SumsInHalfAWord, vectors.Length)];
            Vector<ushort> sums = Vector<ushort>.Zero;
            foreach (Vector<byte> vector in block)
            {
                Vector.Widen(vector, out Vector<ushort> lower, out Vector<ushort> upper);
                sums += lower + upper;
            }

            Vector.Widen(sums, out Vector<uint> first, out Vector<uint> second);
            sum += Vector.Sum(first + second);
            vectors = vectors[block.Length..];
        }

        foreach (byte score in _bytes.AsSpan(Scores / Vector<byte>.Count * Vector<byte>.Count))
        {
            sum += score;
        }

        return sum;
    }

    [BytesRead(Scores)]
    [Benchmark]
    public RatingDistribution CountBytes() => RatingDistribution.FromScores(RatingScale.NetPromoter, _bytes);

    [BytesRead(Scores)]
    [Benchmark]
    public NetPromoterBands BandBytes() => NetPromoterBands.FromScores(_bytes);

    [BytesRead(sizeof(int) * Scores)]
    [Benchmark]
    public RatingDistribution CountInts() => RatingDistribution.FromScores(RatingScale.NetPromoter, _ints);
}
