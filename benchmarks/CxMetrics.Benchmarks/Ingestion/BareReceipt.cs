namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>The answer of the endpoint that stores nothing: as long as the service's.</summary>
internal sealed record BareReceipt(string Status, string Source, string Id);
