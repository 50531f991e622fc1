namespace CxMetrics.Calculation.Tests.Revenue;

/// <summary>Amounts at the start and the end of the same accounts.</summary>
public sealed record AccountLists(double[] Start, double[] End);
