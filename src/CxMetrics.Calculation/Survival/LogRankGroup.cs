namespace CxMetrics.Calculation.Survival;

/// <summary>One group in a comparison of survival curves.</summary>
/// <param name="SampleSize">The number of subjects.</param>
/// <param name="Observed">The events, weighted: their number for the log-rank test.</param>
/// <param name="Expected">The events to be expected, weighted alike, if all groups had the same survival.</param>
public readonly record struct LogRankGroup(long SampleSize, double Observed, double Expected);
