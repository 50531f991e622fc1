namespace CxMetrics.Calculation.Health;

/// <summary>A customer's health score, and what became of the customer afterwards.</summary>
/// <param name="Score">The score, 0 to 100, as it stood before the outcome could be known.</param>
/// <param name="Lost">Whether the customer churned (or contracted) within the period that is looked at, for example 90 days.</param>
public readonly record struct ScoredOutcome(double Score, bool Lost);
