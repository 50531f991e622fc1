namespace CxMetrics.Calculation.Trends;

/// <summary>What a line needs to know beside its points.</summary>
internal readonly record struct LineOptions(double Level, bool IsVarianceKnown, long SampleSize, Caveats Caveats);
