namespace CxMetrics.Calculation.Counting;

/// <summary>Running counts of twelve steps, a byte each. A mutable struct: pass it by reference.</summary>
/// <typeparam name="TVector">The vector of bytes.</typeparam>
internal struct PairCounts<TVector>
    where TVector : struct
{
    private Pair _p0;
    private Pair _p1;
    private Pair _p2;
    private Pair _p3;
    private Pair _p4;
    private Pair _p5;

    /// <summary>Counts a few vectors: at most 15 at once and 255 in all.</summary>
    /// <param name="vectors">The vectors; steps that no table knows are not counted, steps from 16 on may be taken for lower ones.</param>
    /// <param name="tables">The tables.</param>
    /// <returns>The bits that any of the steps has.</returns>
    public TVector Add<TLanes>(ReadOnlySpan<TVector> vectors, in PairTables<TVector> tables)
        where TLanes : IByteLanes<TVector>
    {
        // Local copies stay in registers; fields would be read again for every vector.
        TVector lowest = tables.Lowest;
        TVector t0 = tables.T0;
        TVector t1 = tables.T1;
        TVector t2 = tables.T2;
        TVector t3 = tables.T3;
        TVector t4 = tables.T4;
        TVector t5 = tables.T5;
        TVector seen = default;
        TVector c0 = default;
        TVector c1 = default;
        TVector c2 = default;
        TVector c3 = default;
        TVector c4 = default;
        TVector c5 = default;
        foreach (ref readonly TVector vector in vectors)
        {
            TVector steps = TLanes.Subtract(vector, lowest);
            seen = TLanes.Or(seen, steps);
            c0 = TLanes.Add(c0, TLanes.Lookup(t0, steps));
            c1 = TLanes.Add(c1, TLanes.Lookup(t1, steps));
            c2 = TLanes.Add(c2, TLanes.Lookup(t2, steps));
            c3 = TLanes.Add(c3, TLanes.Lookup(t3, steps));
            c4 = TLanes.Add(c4, TLanes.Lookup(t4, steps));
            c5 = TLanes.Add(c5, TLanes.Lookup(t5, steps));
        }

        _p0 = _p0.Plus<TLanes>(c0);
        _p1 = _p1.Plus<TLanes>(c1);
        _p2 = _p2.Plus<TLanes>(c2);
        _p3 = _p3.Plus<TLanes>(c3);
        _p4 = _p4.Plus<TLanes>(c4);
        _p5 = _p5.Plus<TLanes>(c5);
        return seen;
    }

    /// <summary>The twelve totals.</summary>
    public readonly void Store<TLanes>(Span<int> totals)
        where TLanes : IByteLanes<TVector>
    {
        _p0.Store<TLanes>(totals);
        _p1.Store<TLanes>(totals[2..]);
        _p2.Store<TLanes>(totals[4..]);
        _p3.Store<TLanes>(totals[6..]);
        _p4.Store<TLanes>(totals[8..]);
        _p5.Store<TLanes>(totals[10..]);
    }

    private readonly struct Pair(TVector even, TVector odd)
    {
        /// <summary>With the counts of both numbers added, a half of each byte.</summary>
        public Pair Plus<TLanes>(TVector halves)
            where TLanes : IByteLanes<TVector> =>
            new(TLanes.Add(even, TLanes.LowNibbles(halves)), TLanes.Add(odd, TLanes.HighNibbles(halves)));

        public void Store<TLanes>(Span<int> totals)
            where TLanes : IByteLanes<TVector>
        {
            totals[0] = TLanes.Sum(even);
            totals[1] = TLanes.Sum(odd);
        }
    }
}
