namespace CxMetrics.Calculation;

/// <summary>A two-sided confidence interval.</summary>
/// <param name="Lower">The lower limit, in the unit of the estimate.</param>
/// <param name="Upper">The upper limit, in the unit of the estimate.</param>
/// <param name="Level">The two-sided confidence level, above 0 and below 1.</param>
/// <param name="Method">The method that made it, by its short name, for example <c>wilson</c> or <c>tangoScore</c>.</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Level, string Method);
