namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>
/// An answer where a null of the reference means that its software could not evaluate the case, not that the number is undefined.
/// </summary>
public sealed record IfEvaluated(object? Answer);
