using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Invitations;

/// <summary>One invitation to a survey, valid in itself. Sent again with other content it is a new revision: a bounce is known later.</summary>
public sealed record Invitation : IFact
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string Survey { get; init; }

    /// <summary>When it was sent: UTC, whole microseconds.</summary>
    public required DateTimeOffset SentAt { get; init; }

    public string? CustomerId { get; init; }

    /// <summary>Whether it reached its addressee.</summary>
    public bool Delivered { get; init; } = true;

    public string? Touchpoint { get; init; }

    public string? Channel { get; init; }

    public string? Segment { get; init; }
}
