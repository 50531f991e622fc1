using System.Buffers;

namespace CxMetrics.Calculation.Ranking;

/// <summary>
/// How many of the n(n − 1)/2 pairs of points go the same way in both columns, how many against each other, how many are tied.
/// </summary>
/// <remarks>
/// O(n log n): the points are sorted by the first column, ties by the second, and the exchanges that a merge sort then makes in the second
/// are the pairs that go against each other (Knight 1966, JASA 61, 436-439). All counts are exact.
/// </remarks>
internal readonly record struct PairOrder
{
    /// <summary>The number of points, n.</summary>
    public required int Points { get; init; }

    /// <summary>Pairs that go against each other.</summary>
    public required long Discordant { get; init; }

    /// <summary>Pairs tied in both columns.</summary>
    public required long TiedInBoth { get; init; }

    /// <summary>Ties in the first column.</summary>
    public required TieTotals First { get; init; }

    /// <summary>Ties in the second column.</summary>
    public required TieTotals Second { get; init; }

    /// <summary>All pairs, n(n − 1)/2.</summary>
    public long Pairs => (long)Points * (Points - 1) / 2;

    /// <summary>Pairs that differ in the first column.</summary>
    public long FirstOrdered => Pairs - First.Pairs;

    /// <summary>Pairs that differ in the second column.</summary>
    public long SecondOrdered => Pairs - Second.Pairs;

    /// <summary>Pairs tied in the second column alone.</summary>
    public long SecondTiedAlone => Second.Pairs - TiedInBoth;

    /// <summary>Pairs that go the same way.</summary>
    public long Concordant => FirstOrdered - SecondTiedAlone - Discordant;

    /// <summary>Concordant minus discordant: Kendall's S.</summary>
    public long Score => Concordant - Discordant;

    /// <summary>
    /// The variance of S when the columns are independent, ties given (Kendall 1975, Rank Correlation Methods, section 4.4); 0 where a column
    /// is constant.
    /// </summary>
    public double ScoreVariance => HasOrder ? ScoreVarianceWithoutJointTerms + JointTerms : 0;

    /// <summary>The variance without the two terms that need ties in both columns, as scipy's Theil-Sen interval has it.</summary>
    public double ScoreVarianceWithoutJointTerms =>
        (double)(TieTotals.VarianceTermOf(Points) - First.VarianceTerm - Second.VarianceTerm) / 18;

    /// <summary>
    /// Kendall's τ-b, S over the geometric mean of the pairs that differ in each column (Kendall 1945, Biometrika 33, 239-251); null where a
    /// column is constant.
    /// </summary>
    public double? TauB
    {
        get
        {
            if (!HasOrder)
            {
                return null;
            }

            // The product of the roots of equal numbers may miss the number by a digit; ±1 is exact.
            double scale =
                FirstOrdered == SecondOrdered ? FirstOrdered : Math.Sqrt(FirstOrdered) * Math.Sqrt(SecondOrdered);
            return Math.Clamp(Score / scale, -1, 1);
        }
    }

    private bool HasOrder => FirstOrdered > 0 && SecondOrdered > 0;

    // Each term needs ties in both columns: of two points at least the first, of three the second, so that n is large enough to divide by.
    private double JointTerms
    {
        get
        {
            double n = Points;
            double pairs = 2.0 * First.Pairs * Second.Pairs;
            double triples = First.Triples * Second.Triples;
            return (pairs > 0 ? pairs / (n * (n - 1)) : 0) + (triples > 0 ? triples / (9 * n * (n - 1) * (n - 2)) : 0);
        }
    }

    /// <summary>Counts the pairs of points in any order; the columns are of equal length and hold finite numbers.</summary>
    public static PairOrder Of(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int n = first.Length;
        double[] buffer = ArrayPool<double>.Shared.Rent(3 * n);
        Span<double> keys = buffer.AsSpan(0, n);
        Span<double> values = buffer.AsSpan(n, n);
        first.CopyTo(keys);
        second.CopyTo(values);
        SortedPoints.Sort(keys, values);
        PairOrder order = Count(keys, values, buffer.AsSpan(2 * n, n));
        ArrayPool<double>.Shared.Return(buffer);
        return order;
    }

    /// <summary>Counts the pairs of points that <see cref="SortedPoints"/> has put in order.</summary>
    public static PairOrder OfSorted(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
    {
        int n = second.Length;
        double[] buffer = ArrayPool<double>.Shared.Rent(2 * n);
        second.CopyTo(buffer);
        PairOrder order = Count(first, buffer.AsSpan(0, n), buffer.AsSpan(n, n));
        ArrayPool<double>.Shared.Return(buffer);
        return order;
    }

    /// <summary>Counts the pairs of numbers against their places in the list, which are all different.</summary>
    public static PairOrder OfSeries(ReadOnlySpan<double> values) => OfSorted([], values);

    private static PairOrder Count(ReadOnlySpan<double> keys, Span<double> values, Span<double> buffer)
    {
        TieTotals first = TieTotals.Of(keys);
        long tiedInBoth = first.Pairs > 0 ? TiedPairs(keys, values) : 0;
        long discordant = Inversions.CountAndSort(values, buffer);
        return new PairOrder
        {
            Points = values.Length,
            Discordant = discordant,
            TiedInBoth = tiedInBoth,
            First = first,
            Second = TieTotals.Of(values),
        };
    }

    private static long TiedPairs(ReadOnlySpan<double> keys, ReadOnlySpan<double> values)
    {
        long pairs = 0;
        for (int start = 0; start < keys.Length; )
        {
            int end = TieRun.EndOf(keys, start);
            pairs += TieTotals.Of(values[start..end]).Pairs;
            start = end;
        }

        return pairs;
    }
}
