using System.Numerics;

namespace CxMetrics.Calculation.Resampling;

/// <summary>A reproducible stream of random numbers: the same seed and stream give the same numbers on every machine and thread.</summary>
/// <remarks>
/// xoshiro256++ (Blackman and Vigna 2021, ACM Transactions on Mathematical Software 47(4)), its state filled by SplitMix64 from the seed and
/// the number of the stream. Work that is split over threads gives each piece a stream of its own, so that the result does not depend on
/// the number of threads. Ours because MathNet's generators return doubles through a virtual call, which is most of the time of a bootstrap.
/// A mutable struct: pass it by reference.
/// </remarks>
internal struct RandomStream
{
    private ulong _s0;
    private ulong _s1;
    private ulong _s2;
    private ulong _s3;

    public RandomStream(long seed, long stream = 0)
    {
        ulong state = unchecked((ulong)seed);
        ulong mixed = SplitMix(ref state);
        state = unchecked(mixed ^ ((ulong)stream * 0xD1342543DE82EF95UL));
        _s0 = SplitMix(ref state);
        _s1 = SplitMix(ref state);
        _s2 = SplitMix(ref state);
        _s3 = SplitMix(ref state);
    }

    /// <summary>64 random bits.</summary>
    public ulong NextBits()
    {
        unchecked
        {
            ulong result = BitOperations.RotateLeft(_s0 + _s3, 23) + _s0;
            ulong shifted = _s1 << 17;
            _s2 ^= _s0;
            _s3 ^= _s1;
            _s1 ^= _s2;
            _s0 ^= _s3;
            _s2 ^= shifted;
            _s3 = BitOperations.RotateLeft(_s3, 45);
            return result;
        }
    }

    /// <summary>A number of 53 random bits from 0 inclusive to 1 exclusive.</summary>
    public double NextDouble() => (NextBits() >> 11) * (1.0 / (1UL << 53));

    /// <summary>An index below <paramref name="count"/>, each as likely as the others to within 2⁻³² of its probability for counts below 2³².</summary>
    /// <remarks>Multiply and shift (Lemire 2019), without the rejection step: the bias is count/2⁶⁴.</remarks>
    public int NextIndex(int count) => (int)Math.BigMul(NextBits(), (ulong)count, out _);

    private static ulong SplitMix(ref ulong state)
    {
        unchecked
        {
            state += 0x9E3779B97F4A7C15UL;
            ulong z = state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }
}
