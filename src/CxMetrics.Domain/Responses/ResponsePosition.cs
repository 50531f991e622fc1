namespace CxMetrics.Domain.Responses;

/// <summary>A place in the order of the list: the time of the answer, then the store's own key.</summary>
public readonly record struct ResponsePosition(DateTimeOffset RespondedAt, long Key);
