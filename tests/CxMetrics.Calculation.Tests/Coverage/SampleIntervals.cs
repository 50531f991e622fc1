using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>Draws one sample and fills in the limits of each method; null where a method has none.</summary>
internal delegate void SampleIntervals(Random random, Span<IntervalLimits?> limits);
