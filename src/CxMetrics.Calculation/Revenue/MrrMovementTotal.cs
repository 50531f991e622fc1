namespace CxMetrics.Calculation.Revenue;

/// <summary>The movements of one kind.</summary>
/// <param name="Count">How many there were. One customer can have several within a period.</param>
/// <param name="Amount">What they add up to, 0 or more.</param>
public readonly record struct MrrMovementTotal(long Count, decimal Amount);
