namespace CxMetrics.Calculation.Revenue;

/// <summary>What one account adds to the two sums of a ratio; side by side in memory, for draws at random.</summary>
internal readonly record struct AccountPair(double Numerator, double Denominator);
