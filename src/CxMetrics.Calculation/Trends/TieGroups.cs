namespace CxMetrics.Calculation.Trends;

/// <summary>The groups of equal numbers in a sorted list, as far as the variance of Kendall's S needs them.</summary>
internal readonly struct TieGroups
{
    private TieGroups(long pairs, double triples, Int128 varianceTerm)
    {
        Pairs = pairs;
        Triples = triples;
        VarianceTerm = varianceTerm;
    }

    /// <summary>Σ t(t − 1)/2: pairs of equal numbers.</summary>
    public long Pairs { get; }

    /// <summary>Σ t(t − 1)(t − 2).</summary>
    public double Triples { get; }

    /// <summary>Σ t(t − 1)(2t + 5).</summary>
    public Int128 VarianceTerm { get; }

    public static TieGroups None => default;

    public static TieGroups Of(ReadOnlySpan<double> sorted)
    {
        long pairs = 0;
        double triples = 0;
        Int128 varianceTerm = 0;
        for (int start = 0; start < sorted.Length; )
        {
            int end = EndOf(sorted, start);
            long t = end - start;
            pairs += t * (t - 1) / 2;
            triples += (double)(t * (t - 1)) * (t - 2);
            varianceTerm += TermOf(t);
            start = end;
        }

        return new TieGroups(pairs, triples, varianceTerm);
    }

    /// <summary>t(t − 1)(2t + 5).</summary>
    public static Int128 TermOf(long t) => (Int128)(t * (t - 1)) * ((2 * t) + 5);

    /// <summary>Where the group of numbers equal to the one at <paramref name="start"/> ends.</summary>
    public static int EndOf(ReadOnlySpan<double> sorted, int start)
    {
        int end = start + 1;
        while (end < sorted.Length && !(sorted[end] > sorted[start]))
        {
            end++;
        }

        return end;
    }
}
