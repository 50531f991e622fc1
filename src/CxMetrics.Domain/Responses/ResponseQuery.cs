namespace CxMetrics.Domain.Responses;

/// <summary>Which responses to list.</summary>
/// <param name="From">Answered at or after; null for no limit.</param>
/// <param name="To">Answered before; null for no limit.</param>
/// <param name="Survey">Of this survey; null for all.</param>
/// <param name="CustomerId">By this customer; null for all.</param>
/// <param name="After">Where the page before ended; null for the first page.</param>
/// <param name="Limit">At most so many, 1 or more.</param>
public sealed record ResponseQuery(
    DateTimeOffset? From,
    DateTimeOffset? To,
    string? Survey,
    string? CustomerId,
    ResponsePosition? After,
    int Limit
)
{
    /// <summary>Only tests, or none of them; null for both.</summary>
    public bool? Test { get; init; }

    /// <summary>Only suspected duplicates, or none of them; null for both.</summary>
    public bool? SuspectedDuplicate { get; init; }

    /// <summary>The revisions that were current then; null for now.</summary>
    public DateTimeOffset? AsOf { get; init; }
}
