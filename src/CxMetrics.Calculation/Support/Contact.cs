namespace CxMetrics.Calculation.Support;

/// <summary>One time a customer came to us about something: a ticket, the reopening of one, a message after its solve, a call.</summary>
public readonly record struct Contact
{
    /// <summary>When the customer came.</summary>
    public required DateTimeOffset ArrivedAt { get; init; }

    /// <summary>When the contact ended: with its solve, otherwise with its last message. Not before <see cref="ArrivedAt"/>.</summary>
    public required DateTimeOffset EndedAt { get; init; }

    /// <summary>Whether it ended with a solve.</summary>
    public required bool IsSolved { get; init; }

    /// <summary>The ticket; contacts with neither link nor customer are of one issue when they are of one ticket.</summary>
    public string? TicketId { get; init; }

    /// <summary>What links contacts about one issue, where the source knows it.</summary>
    public string? IssueId { get; init; }

    /// <summary>The customer; null when unknown.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The category; null when unknown.</summary>
    public string? Category { get; init; }

    /// <summary>Whether a bot solved it and no human had replied.</summary>
    public bool IsSolvedByBot { get; init; }

    /// <summary>Whether it went from one agent or team to another.</summary>
    public bool IsTransferred { get; init; }
}
