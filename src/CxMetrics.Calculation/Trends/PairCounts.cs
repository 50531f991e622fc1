using System.Buffers;

namespace CxMetrics.Calculation.Trends;

/// <summary>How the pairs of points divide into rising, falling and tied.</summary>
internal readonly struct PairCounts
{
    private readonly TieGroups _positions;
    private readonly TieGroups _values;

    private PairCounts(long count, TieGroups positions, TieGroups values, long tiedBoth, long falling)
    {
        Count = count;
        _positions = positions;
        _values = values;
        Falling = falling;
        Level = values.Pairs - tiedBoth;
        Rising = AllPairs - positions.Pairs - Level - falling;
    }

    /// <summary>The number of points, n.</summary>
    public long Count { get; }

    /// <summary>Pairs whose later value is higher.</summary>
    public long Rising { get; }

    /// <summary>Pairs whose later value is lower.</summary>
    public long Falling { get; }

    /// <summary>Pairs at different positions with equal values.</summary>
    public long Level { get; }

    /// <summary>Pairs at one position.</summary>
    public long TiedPositions => _positions.Pairs;

    /// <summary>Pairs at different positions.</summary>
    public long Sloped => Rising + Level + Falling;

    public long S => Rising - Falling;

    /// <summary>The variance of S without a trend; 0 where all positions or all values are equal.</summary>
    public double Variance => HasOrder ? VarianceWithoutJointTerms + JointTerms : 0;

    /// <summary>The variance without the two terms that need ties in both, as scipy's Theil-Sen interval has it.</summary>
    public double VarianceWithoutJointTerms =>
        (double)(TieGroups.TermOf(Count) - _positions.VarianceTerm - _values.VarianceTerm) / 18;

    public double? TauB =>
        HasOrder ? S / (Math.Sqrt(AllPairs - _positions.Pairs) * Math.Sqrt(AllPairs - _values.Pairs)) : null;

    private long AllPairs => Count * (Count - 1) / 2;

    private bool HasOrder => AllPairs > _positions.Pairs && AllPairs > _values.Pairs;

    // Both need at least a pair of equal positions and one of equal values, the first three of each; n is then large enough to divide by.
    private double JointTerms
    {
        get
        {
            double n = Count;
            double triples = _positions.Triples * _values.Triples;
            double pairs = 2.0 * _positions.Pairs * 2 * _values.Pairs;
            return (triples > 0 ? triples / (9 * n * (n - 1) * (n - 2)) : 0)
                + (pairs > 0 ? pairs / (2 * n * (n - 1)) : 0);
        }
    }

    public static PairCounts OfSeries(ReadOnlySpan<double> values)
    {
        (long falling, TieGroups ties) = Order(values);
        return new PairCounts(values.Length, TieGroups.None, ties, 0, falling);
    }

    public static PairCounts OfPoints(OrderedPoints points)
    {
        TieGroups positions = TieGroups.Of(points.X);
        (long falling, TieGroups values) = Order(points.Y);
        return new PairCounts(points.Count, positions, values, positions.Pairs > 0 ? TiedBoth(points) : 0, falling);
    }

    private static (long Falling, TieGroups Ties) Order(ReadOnlySpan<double> values)
    {
        double[] sorted = ArrayPool<double>.Shared.Rent(values.Length);
        double[] buffer = ArrayPool<double>.Shared.Rent(values.Length);
        Span<double> used = sorted.AsSpan(0, values.Length);
        values.CopyTo(used);
        long falling = Inversions.CountAndSort(used, buffer.AsSpan(0, values.Length));
        TieGroups ties = TieGroups.Of(used);
        ArrayPool<double>.Shared.Return(buffer);
        ArrayPool<double>.Shared.Return(sorted);
        return (falling, ties);
    }

    private static long TiedBoth(OrderedPoints points)
    {
        long pairs = 0;
        for (int start = 0; start < points.Count; )
        {
            int end = TieGroups.EndOf(points.X, start);
            pairs += TieGroups.Of(points.Y[start..end]).Pairs;
            start = end;
        }

        return pairs;
    }
}
