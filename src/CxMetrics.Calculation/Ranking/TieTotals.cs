namespace CxMetrics.Calculation.Ranking;

/// <summary>What the groups of t tied values in a column add up to.</summary>
/// <param name="Pairs">Σ t(t − 1)/2, the pairs tied.</param>
/// <param name="Triples">Σ t(t − 1)(t − 2).</param>
/// <param name="VarianceTerm">Σ t(t − 1)(2t + 5): whole, since it is subtracted from a number that it may nearly equal.</param>
internal readonly record struct TieTotals(long Pairs, double Triples, Int128 VarianceTerm)
{
    /// <summary>The totals of ascending numbers.</summary>
    public static TieTotals Of(ReadOnlySpan<double> ascending)
    {
        TieTotals totals = default;
        for (int start = 0; start < ascending.Length; )
        {
            int end = TieRun.EndOf(ascending, start);
            totals = end - start > 1 ? totals.With(end - start) : totals;
            start = end;
        }

        return totals;
    }

    /// <summary>t(t − 1)(2t + 5).</summary>
    public static Int128 VarianceTermOf(long t) => (Int128)(t * (t - 1)) * ((2 * t) + 5);

    private TieTotals With(long t) =>
        new(Pairs + (t * (t - 1) / 2), Triples + ((double)(t * (t - 1)) * (t - 2)), VarianceTerm + VarianceTermOf(t));
}
