using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Milestones;

/// <summary>Something a customer reached, valid in itself: signed up, set up, first value. It never changes once stored.</summary>
public sealed record Milestone : IFact
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>What was reached.</summary>
    public required string Name { get; init; }

    /// <summary>When it was reached: UTC, whole microseconds.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    public string? Segment { get; init; }
}
