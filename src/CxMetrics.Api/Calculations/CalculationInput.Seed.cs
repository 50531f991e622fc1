using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Api.Calculations;

/// <content>Where random numbers start.</content>
internal sealed partial class CalculationInput
{
    /// <summary>2⁵³ − 1: every client reads whole numbers up to this exactly.</summary>
    public const long MaximumSeed = (1L << 53) - 1;

    /// <summary>The given seed, or one made from the numbers, so that the same request has the same answer.</summary>
    public long Seed(long? given, Func<IEnumerable<double[]>> numbers)
    {
        if (given is < 0 or > MaximumSeed)
        {
            Add("seed", FactErrorCodes.OutOfRange, $"{given} is not from 0 to {MaximumSeed}.");
        }

        return given ?? SeedOf(numbers());
    }

    private static long SeedOf(IEnumerable<double[]> numbers)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (double[] list in numbers)
        {
            hash.AppendData(MemoryMarshal.AsBytes(list.AsSpan()));
        }

        return BinaryPrimitives.ReadInt64LittleEndian(hash.GetHashAndReset()) & MaximumSeed;
    }
}
