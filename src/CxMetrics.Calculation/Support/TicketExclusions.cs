namespace CxMetrics.Calculation.Support;

/// <summary>How many tickets a metric left out, by reason. With those it counted they make all tickets it was given. Immutable.</summary>
public sealed class TicketExclusions
{
    private readonly long[] _counts;

    internal TicketExclusions(ReadOnlySpan<long> counts) => _counts = counts.ToArray();

    /// <summary>The number left out for a reason.</summary>
    /// <param name="reason">The reason.</param>
    /// <exception cref="ArgumentOutOfRangeException">The reason is unknown.</exception>
    public long this[TicketExclusion reason] =>
        (int)reason >= 0 && (int)reason < _counts.Length
            ? _counts[(int)reason]
            : throw new ArgumentOutOfRangeException(nameof(reason), reason, "Unknown reason.");

    /// <summary>The number left out for any reason.</summary>
    public long Total => _counts.Sum();
}
