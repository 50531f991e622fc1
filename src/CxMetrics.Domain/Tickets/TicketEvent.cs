using CxMetrics.Calculation.Support;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Tickets;

/// <summary>One thing that happened to a support ticket, valid in itself. It never changes once stored.</summary>
/// <remarks>Events may arrive in any order: a ticket is what its events say in the order of <see cref="OccurredAt"/>, ties in the order of arrival.</remarks>
public sealed record TicketEvent : IFact
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string TicketId { get; init; }

    public required TicketEventType Type { get; init; }

    /// <summary>When it happened: UTC, whole microseconds.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>Who caused it.</summary>
    public TicketActor Actor { get; init; }

    /// <summary>Whether the customer can see it.</summary>
    public bool Public { get; init; } = true;

    public string? CustomerId { get; init; }

    public string? AccountId { get; init; }

    public string? Channel { get; init; }

    public string? Category { get; init; }

    /// <summary>The team: the new one where the ticket is assigned, otherwise that of the agent.</summary>
    public string? Team { get; init; }

    /// <summary>The agent: the new one where the ticket is assigned, otherwise the one who acted.</summary>
    public string? AgentId { get; init; }

    public string? Segment { get; init; }

    /// <summary>The ticket that this one went into; only for <see cref="TicketEventType.Merged"/>.</summary>
    public string? MergedInto { get; init; }

    /// <summary>Free data as a JSON object in canonical form; null when there is none.</summary>
    public string? Attributes { get; init; }
}
