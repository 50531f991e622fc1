namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>One generated response; names are indexes into <see cref="GeneratedResponses"/>, -1 stands for none.</summary>
internal readonly record struct GeneratedResponse(
    ulong Id,
    DateTime RespondedAt,
    int Score,
    int Touchpoint,
    int Channel,
    int Segment,
    int Customer,
    int Comment
);
