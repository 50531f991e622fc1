using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Comparisons;

/// <summary>Interval and test of one t: 0 is outside the limits exactly when the p-value is below 1 − level.</summary>
internal readonly record struct WelchResult(IntervalLimits Limits, double PValue);
