namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>An answer to an expected number that is itself known only so well, as its handler proves and says.</summary>
public sealed record Within(double Actual, double Relative);
