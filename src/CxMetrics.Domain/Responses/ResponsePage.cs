namespace CxMetrics.Domain.Responses;

/// <summary>One page of the list.</summary>
/// <param name="Responses">In order; at most the limit asked for.</param>
/// <param name="Next">Where the next page starts; null when this was the last.</param>
public sealed record ResponsePage(IReadOnlyList<StoredResponse> Responses, ResponsePosition? Next);
