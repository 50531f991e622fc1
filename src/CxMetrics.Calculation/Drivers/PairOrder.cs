using System.Buffers;

namespace CxMetrics.Calculation.Drivers;

/// <summary>
/// How many of the n(n − 1)/2 pairs of points go the same way in both columns, how many against each other, how many are tied.
/// </summary>
/// <remarks>
/// O(n log n): the points are sorted by the first column, ties by the second, and the exchanges that a merge sort then makes in the second
/// are the pairs that go against each other (Knight 1966, JASA 61, 436-439).
/// </remarks>
internal readonly record struct PairOrder
{
    /// <summary>The number of points, n.</summary>
    public required int Points { get; init; }

    /// <summary>Pairs that go the same way.</summary>
    public required long Concordant { get; init; }

    /// <summary>Pairs that go against each other.</summary>
    public required long Discordant { get; init; }

    /// <summary>Ties in the first column.</summary>
    public required TieTotals First { get; init; }

    /// <summary>Ties in the second column.</summary>
    public required TieTotals Second { get; init; }

    /// <summary>All pairs, n(n − 1)/2.</summary>
    public long Pairs => (long)Points * (Points - 1) / 2;

    /// <summary>Concordant minus discordant: Kendall's S.</summary>
    public long Score => Concordant - Discordant;

    /// <summary>
    /// The variance of S when the columns are independent, ties given (Kendall 1970, Rank Correlation Methods, 4th edition).
    /// </summary>
    public double ScoreVariance
    {
        get
        {
            double n = Points;
            double ordered = n * (n - 1);
            double variance = ((ordered * ((2 * n) + 5)) - First.Variance - Second.Variance) / 18;
            variance += 2 * (First.Pairs * (Second.Pairs / Math.Max(1, ordered)));
            return Points > 2 ? variance + (First.Triples * (Second.Triples / (9 * ordered * (n - 2)))) : variance;
        }
    }

    /// <summary>Counts the pairs of points; the columns are of equal length and hold finite numbers.</summary>
    public static PairOrder Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int n = first.Length;
        double[] buffer = ArrayPool<double>.Shared.Rent(3 * n);
        Span<double> keys = buffer.AsSpan(0, n);
        Span<double> values = buffer.AsSpan(n, n);
        first.CopyTo(keys);
        second.CopyTo(values);
        keys.Sort(values);
        long tiedInBoth = SortWithinTies(keys, values);
        TieTotals firstTies = TieTotals.Of(keys);
        long discordant = Inversions.Sort(values, buffer.AsSpan(2 * n, n));
        TieTotals secondTies = TieTotals.Of(values);
        ArrayPool<double>.Shared.Return(buffer);

        long pairs = (long)n * (n - 1) / 2;
        return new PairOrder
        {
            Points = n,
            Concordant = pairs - firstTies.Pairs - secondTies.Pairs + tiedInBoth - discordant,
            Discordant = discordant,
            First = firstTies,
            Second = secondTies,
        };
    }

    private static long SortWithinTies(ReadOnlySpan<double> keys, Span<double> values)
    {
        long tiedInBoth = 0;
        for (int start = 0; start < keys.Length; )
        {
            int end = TieRun.EndOf(keys, start);
            if (end - start > 1)
            {
                Span<double> run = values[start..end];
                run.Sort();
                tiedInBoth += TieTotals.Of(run).Pairs;
            }

            start = end;
        }

        return tiedInBoth;
    }
}
