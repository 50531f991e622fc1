namespace CxMetrics.Calculation.Monitoring;

/// <summary>A point of a chart before the rules have looked at it.</summary>
/// <param name="Value">The plotted value; null for a gap.</param>
/// <param name="Sigma">The standard error of the value, in its unit; null or 0 where runs and zones cannot be judged.</param>
/// <param name="Lower">The lower limit; null where there is none.</param>
/// <param name="Upper">The upper limit; null where there is none.</param>
internal readonly record struct ChartLine(double? Value, double? Sigma, double? Lower, double? Upper);
