using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Orders;

/// <summary>One order or refund, valid in itself. Sent again with other content it is a new revision.</summary>
public sealed record Order : IFact
{
    public required string Source { get; init; }

    public required string Id { get; init; }

    public required string CustomerId { get; init; }

    /// <summary>When it was placed: UTC, whole microseconds.</summary>
    public required DateTimeOffset OrderedAt { get; init; }

    /// <summary>What was paid, or given back where this is a refund: 0 to ten trillion, at most six decimals.</summary>
    public required decimal Amount { get; init; }

    /// <summary>ISO 4217 code of <see cref="Amount"/>; null for the reporting currency.</summary>
    public string? Currency { get; init; }

    /// <summary>The id of the order, of the same source, that is paid back; null where this is an order.</summary>
    public string? RefundOf { get; init; }

    public string? Segment { get; init; }

    public string? Channel { get; init; }
}
