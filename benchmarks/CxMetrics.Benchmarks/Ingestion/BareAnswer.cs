namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>An answer, for the endpoint that stores nothing.</summary>
internal sealed record BareAnswer(string Metric, int Score, string? Question = null);
