namespace CxMetrics.Calculation.Support;

/// <summary>The instants a report is about: from the first, included, to the last, excluded.</summary>
public readonly record struct ReportingPeriod
{
    /// <summary>Creates a period.</summary>
    /// <param name="from">The first instant, included.</param>
    /// <param name="to">The last instant, excluded; after <paramref name="from"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The end is not after the start.</exception>
    public ReportingPeriod(DateTimeOffset from, DateTimeOffset to)
    {
        if (to <= from)
        {
            throw new ArgumentOutOfRangeException(nameof(to), to, $"A period ends after it starts, at {from:O}.");
        }

        From = from;
        To = to;
    }

    /// <summary>All time but its last instant.</summary>
    public static ReportingPeriod All { get; } = new(DateTimeOffset.MinValue, DateTimeOffset.MaxValue);

    /// <summary>The first instant, included.</summary>
    public DateTimeOffset From { get; }

    /// <summary>The last instant, excluded.</summary>
    public DateTimeOffset To { get; }

    /// <summary>Whether an instant lies in the period.</summary>
    public bool Contains(DateTimeOffset instant) => instant >= From && instant < To;
}
