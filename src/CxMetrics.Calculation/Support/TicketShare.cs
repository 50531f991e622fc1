namespace CxMetrics.Calculation.Support;

/// <summary>A share of tickets, with what was left out.</summary>
public sealed record TicketShare
{
    /// <summary>
    /// The share, 0 to 1, with Wilson's interval over customers as clusters: with one ticket per customer the plain one. Tickets of
    /// unknown customers count as one customer each.
    /// </summary>
    public required Estimate Share { get; init; }

    /// <summary>What was left out, by reason.</summary>
    public required TicketExclusions Excluded { get; init; }
}
