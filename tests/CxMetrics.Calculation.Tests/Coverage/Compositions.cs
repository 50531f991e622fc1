namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>Every way to sort n answers into classes.</summary>
public static class Compositions
{
    /// <summary>One after the other, in the same array.</summary>
    public static IEnumerable<long[]> All(int n, int classes)
    {
        long[] counts = new long[classes];
        counts[0] = n;
        yield return counts;
        while (counts[^1] < n)
        {
            MoveNext(counts);
            yield return counts;
        }
    }

    // Nijenhuis and Wilf (1978), Combinatorial Algorithms, NEXCOM.
    private static void MoveNext(long[] counts)
    {
        int first = Array.FindIndex(counts, count => count > 0);
        long count = counts[first];
        counts[first] = 0;
        counts[0] = count - 1;
        counts[first + 1]++;
    }
}
