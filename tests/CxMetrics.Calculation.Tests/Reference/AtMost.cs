namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>An answer whose expected number is a matter of quality, such as what is left of a gradient: it only has to be small enough.</summary>
public sealed record AtMost(double Actual, double Bound);
