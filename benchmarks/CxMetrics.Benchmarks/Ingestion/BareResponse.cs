namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>The fields of a survey response, for the endpoint that stores nothing.</summary>
internal sealed record BareResponse(
    string Id,
    string Survey,
    DateTimeOffset RespondedAt,
    IReadOnlyList<BareAnswer> Answers,
    string? Source = null,
    string? CustomerId = null,
    string? AccountId = null,
    string? Touchpoint = null,
    string? Channel = null,
    string? Segment = null,
    string? Locale = null,
    string? Comment = null,
    bool Complete = true,
    bool Test = false
);
