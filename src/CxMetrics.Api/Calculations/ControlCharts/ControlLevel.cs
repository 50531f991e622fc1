namespace CxMetrics.Api.Calculations.ControlCharts;

/// <summary>The mean and the standard deviation of single values in control.</summary>
/// <param name="Target">The mean.</param>
/// <param name="Sigma">The standard deviation.</param>
/// <param name="BaselinePoints">The points they were estimated from; 0 when they were given.</param>
internal readonly record struct ControlLevel(double Target, double Sigma, int BaselinePoints);
