namespace CxMetrics.Calculation.Health;

/// <summary>A point of a health curve.</summary>
/// <param name="Raw">The value of the measure, in its unit.</param>
/// <param name="Points">The health it stands for, 0 to 100.</param>
public readonly record struct CurveKnot(double Raw, double Points);
