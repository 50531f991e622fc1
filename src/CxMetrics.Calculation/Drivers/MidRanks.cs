using System.Buffers;
using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Ranks from 1, tied values sharing the mean of theirs.</summary>
internal static class MidRanks
{
    /// <summary>Writes the rank of each value.</summary>
    /// <returns>Whether there are ties.</returns>
    public static bool Fill(ReadOnlySpan<double> values, Span<double> ranks)
    {
        int n = values.Length;
        double[] sortedBuffer = ArrayPool<double>.Shared.Rent(n);
        int[] placeBuffer = ArrayPool<int>.Shared.Rent(n);
        Span<double> sorted = sortedBuffer.AsSpan(0, n);
        Span<int> places = placeBuffer.AsSpan(0, n);
        values.CopyTo(sorted);
        for (int index = 0; index < n; index++)
        {
            places[index] = index;
        }

        sorted.Sort(places);
        bool hasTies = false;
        for (int start = 0; start < n; )
        {
            int end = TieRun.EndOf(sorted, start);
            hasTies |= end - start > 1;
            double rank = (start + 1 + end) / 2.0;
            foreach (int place in places[start..end])
            {
                ranks[place] = rank;
            }

            start = end;
        }

        ArrayPool<double>.Shared.Return(sortedBuffer);
        ArrayPool<int>.Shared.Return(placeBuffer);
        return hasTies;
    }
}
