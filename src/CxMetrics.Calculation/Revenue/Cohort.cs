namespace CxMetrics.Calculation.Revenue;

/// <summary>The customers of one cohort and how many of them were active at each age.</summary>
public sealed record Cohort
{
    internal Cohort(int period, long size, IReadOnlyList<CohortAge> ages)
    {
        Period = period;
        Size = size;
        Ages = ages;
    }

    /// <summary>The period the cohort is named after.</summary>
    public int Period { get; }

    /// <summary>The number of customers.</summary>
    public long Size { get; }

    /// <summary>The ages that have been observed, from 0 to the last period.</summary>
    public IReadOnlyList<CohortAge> Ages { get; }
}
