namespace CxMetrics.Api.Calculations.LifetimeValue;

/// <summary>The customers at the start of a period, and those of them who have left by its end.</summary>
internal readonly record struct ChurnCounts(long Customers, long Churned);
