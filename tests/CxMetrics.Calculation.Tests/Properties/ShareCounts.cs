namespace CxMetrics.Calculation.Tests.Properties;

/// <summary>Valid counts of successes and trials, possibly none.</summary>
public readonly record struct ShareCounts(long Successes, long Trials);
