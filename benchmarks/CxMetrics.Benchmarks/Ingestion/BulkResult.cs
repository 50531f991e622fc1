namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>How long a body took, and the processor time of both ends.</summary>
internal sealed record BulkResult(TimeSpan Elapsed, TimeSpan ServerTime, TimeSpan ClientTime);
