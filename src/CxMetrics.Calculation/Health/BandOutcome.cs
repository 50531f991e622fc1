namespace CxMetrics.Calculation.Health;

/// <summary>What became of the customers of one band.</summary>
/// <param name="Band">The band.</param>
/// <param name="LossRate">The share lost, 0 to 1, with Wilson's interval; no value where the band was empty.</param>
public readonly record struct BandOutcome(HealthBand Band, Estimate LossRate);
