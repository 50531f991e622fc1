namespace CxMetrics.Calculation.Monitoring;

/// <summary>The distribution of a count that is expected but not yet seen.</summary>
internal interface ICountLaw
{
    double Mean { get; }

    double StandardDeviation { get; }

    /// <summary>P(X ≥ count), with relative accuracy far out.</summary>
    double AtLeast(long count);
}
