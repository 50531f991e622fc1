namespace CxMetrics.Calculation.Revenue;

/// <summary>A movement of one customer on one day, or over a period.</summary>
/// <param name="Customer">The customer.</param>
/// <param name="Date">The day it took effect.</param>
/// <param name="Kind">The kind, which gives the sign.</param>
/// <param name="Amount">The amount, 0 or more; 0 for a customer who leaves from a free plan.</param>
public readonly record struct MrrMovement(long Customer, DateOnly Date, MrrMovementKind Kind, decimal Amount);
