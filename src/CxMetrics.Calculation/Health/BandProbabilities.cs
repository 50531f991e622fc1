namespace CxMetrics.Calculation.Health;

/// <summary>How likely the true score is in each band; the three add up to 1.</summary>
/// <param name="Red">The probability of red, 0 to 1.</param>
/// <param name="Amber">The probability of amber, 0 to 1.</param>
/// <param name="Green">The probability of green, 0 to 1.</param>
public readonly record struct BandProbabilities(double Red, double Amber, double Green);
