namespace CxMetrics.Calculation.Drivers;

/// <summary>What the groups of t tied values in a column add up to.</summary>
/// <param name="Pairs">Σ t(t − 1)/2, the pairs tied.</param>
/// <param name="Triples">Σ t(t − 1)(t − 2).</param>
/// <param name="Variance">Σ t(t − 1)(2t + 5).</param>
internal readonly record struct TieTotals(long Pairs, double Triples, double Variance)
{
    /// <summary>The totals of ascending numbers.</summary>
    public static TieTotals Of(ReadOnlySpan<double> ascending)
    {
        TieTotals totals = default;
        for (int start = 0; start < ascending.Length; )
        {
            int end = TieRun.EndOf(ascending, start);
            totals = totals.With(end - start);
            start = end;
        }

        return totals;
    }

    private TieTotals With(long size)
    {
        double ordered = size * (size - 1);
        return new TieTotals(
            Pairs + (size * (size - 1) / 2),
            Triples + (ordered * (size - 2)),
            Variance + (ordered * ((2 * size) + 5))
        );
    }
}
