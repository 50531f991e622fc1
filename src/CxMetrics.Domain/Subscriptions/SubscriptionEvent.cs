using CxMetrics.Calculation.Revenue;
using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Subscriptions;

/// <summary>One change of a subscription, valid in itself. It never changes once stored.</summary>
/// <remarks>Events may arrive in any order: a subscription is what its events say in the order of <see cref="OccurredAt"/>, ties in the order of arrival.</remarks>
public sealed record SubscriptionEvent : IFact
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string SubscriptionId { get; init; }

    public required string CustomerId { get; init; }

    public required SubscriptionEventType Type { get; init; }

    /// <summary>When it takes effect: UTC, whole microseconds.</summary>
    public required DateTimeOffset OccurredAt { get; init; }

    /// <summary>The recurring price per month from then on: 0 to ten trillion, at most six decimals. Null where it stays as it was.</summary>
    public decimal? Mrr { get; init; }

    /// <summary>ISO 4217 code of <see cref="Mrr"/>; null for the reporting currency.</summary>
    public string? Currency { get; init; }

    public string? Plan { get; init; }

    public string? Segment { get; init; }

    /// <summary>Whether it is on trial from then on: no revenue, and no customer yet. Null where nothing was said.</summary>
    public bool? Trial { get; init; }

    /// <summary>When the current term ends: UTC, whole microseconds.</summary>
    public DateTimeOffset? TermEndsAt { get; init; }

    /// <summary>Why it ended, where it did.</summary>
    public LossReason Reason { get; init; }
}
