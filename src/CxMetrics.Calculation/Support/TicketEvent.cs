namespace CxMetrics.Calculation.Support;

/// <summary>One event in the history of a ticket. Immutable.</summary>
/// <remarks>
/// Events may be given in any order and more than once. They count in the order of <see cref="OccurredAt"/>; at one instant the opening
/// comes first, then the order of <see cref="Arrival"/> decides. Events with the same <see cref="Id"/> at the same instant are one event.
/// </remarks>
public readonly record struct TicketEvent
{
    /// <summary>The ticket.</summary>
    public required string TicketId { get; init; }

    /// <summary>What happened.</summary>
    public required TicketEventType Type { get; init; }

    /// <summary>When it happened.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>What identifies the event, so that a second delivery is known as such; null when every event given is a new one.</summary>
    public string? Id { get; init; }

    /// <summary>The place of the event among those of its instant: the sequence number of the source, or the order of arrival.</summary>
    public long Arrival { get; init; }

    /// <summary>Who caused it.</summary>
    public TicketActor Actor { get; init; }

    /// <summary>Whether the customer cannot see it: a note among agents, or a ticket that an agent opened on a customer's behalf.</summary>
    public bool IsInternal { get; init; }

    /// <summary>The customer of the ticket, as far as known at this event; the latest known one holds.</summary>
    public string? CustomerId { get; init; }

    /// <summary>The category of the ticket, as far as known at this event; the latest known one holds.</summary>
    public string? Category { get; init; }

    /// <summary>What links tickets about one issue, where the source knows it; the latest known one holds.</summary>
    public string? IssueId { get; init; }

    /// <summary>
    /// The team: the new one where the ticket is assigned, otherwise that of the agent. Null: the team it is assigned to.
    /// </summary>
    public string? Team { get; init; }

    /// <summary>
    /// The agent: the new one where the ticket is assigned, otherwise the one who acted. Null: the agent it is assigned to.
    /// </summary>
    public string? AgentId { get; init; }

    /// <summary>For <see cref="TicketEventType.Merged"/>: the ticket that this one went into.</summary>
    public string? MergedInto { get; init; }
}
