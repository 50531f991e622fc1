namespace CxMetrics.Calculation.Tests.Properties;

/// <summary>A valid confidence level.</summary>
public readonly record struct Level(double Value);
