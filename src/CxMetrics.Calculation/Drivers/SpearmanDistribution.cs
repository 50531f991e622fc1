using System.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>The distribution of Spearman's Σd² over all orders of n pairs without ties.</summary>
internal static class SpearmanDistribution
{
    /// <summary>The most pairs that are enumerated; beyond, the t approximation is within some thousandths of the exact p-value.</summary>
    public const int MostPairs = 9;

    /// <summary>P(|ρ| at least as large as observed) when all orders are equally likely.</summary>
    public static double TwoSidedPValue(ReadOnlySpan<double> firstRanks, ReadOnlySpan<double> secondRanks)
    {
        int n = firstRanks.Length;
        int observed = 0;
        for (int index = 0; index < n; index++)
        {
            int difference = (int)(firstRanks[index] - secondRanks[index]);
            observed += difference * difference;
        }

        int largest = n * ((n * n) - 1) / 3;
        int nearTail = Math.Min(observed, largest - observed);
        (long atMost, long all) = Orders(n, nearTail);
        return Math.Min(1, 2.0 * atMost / all);
    }

    // Filling places one after the other, the orders differ only by which ranks are used up and by their sum of squares so far.
    private static (long AtMost, long All) Orders(int n, int bound)
    {
        int sums = bound + 1;
        long[] ways = new long[(1 << n) * sums];
        ways[0] = 1;
        for (int used = 0; used < (1 << n) - 1; used++)
        {
            int place = BitOperations.PopCount((uint)used);
            for (int rank = 0; rank < n; rank++)
            {
                int square = (rank - place) * (rank - place);
                if ((used & (1 << rank)) == 0 && square < sums)
                {
                    Extend(ways.AsSpan(used * sums, sums - square), ways.AsSpan((used | (1 << rank)) * sums + square));
                }
            }
        }

        long atMost = 0;
        foreach (long count in ways.AsSpan(((1 << n) - 1) * sums))
        {
            atMost += count;
        }

        long all = 1;
        for (int factor = 2; factor <= n; factor++)
        {
            all *= factor;
        }

        return (atMost, all);
    }

    private static void Extend(ReadOnlySpan<long> from, Span<long> to)
    {
        for (int index = 0; index < from.Length; index++)
        {
            to[index] += from[index];
        }
    }
}
