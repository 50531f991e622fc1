using CxMetrics.Calculation;

namespace CxMetrics.Api.Metrics;

/// <summary>A computed metric in the units of this edge, and the counts it was made from.</summary>
internal sealed record Score(Estimate Estimate, IReadOnlyDictionary<string, long> Breakdown);
