namespace CxMetrics.Calculation.Revenue;

/// <summary>Lost customers by reason.</summary>
public readonly record struct LossCounts
{
    /// <summary>Creates the counts.</summary>
    /// <param name="voluntary">Those who decided to leave.</param>
    /// <param name="involuntary">Those whose payment failed.</param>
    /// <param name="unknown">Those whose reason is not known.</param>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    /// <exception cref="OverflowException">The total exceeds <see cref="long.MaxValue"/>.</exception>
    public LossCounts(long voluntary, long involuntary, long unknown)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(voluntary);
        ArgumentOutOfRangeException.ThrowIfNegative(involuntary);
        ArgumentOutOfRangeException.ThrowIfNegative(unknown);
        Voluntary = voluntary;
        Involuntary = involuntary;
        Unknown = unknown;
        Total = voluntary + involuntary + unknown;
    }

    /// <summary>Those who decided to leave.</summary>
    public long Voluntary { get; }

    /// <summary>Those whose payment failed.</summary>
    public long Involuntary { get; }

    /// <summary>Those whose reason is not known.</summary>
    public long Unknown { get; }

    /// <summary>All lost customers.</summary>
    public long Total { get; }
}
