namespace CxMetrics.Calculation;

/// <summary>A two-sided confidence interval.</summary>
/// <param name="Lower">The lower limit, in the unit of the estimate.</param>
/// <param name="Upper">The upper limit, in the unit of the estimate.</param>
/// <param name="Level">The two-sided confidence level, above 0 and below 1.</param>
/// <param name="Method">The method that made it, by its short name (<see cref="IntervalMethodNames"/>).</param>
public readonly record struct ConfidenceInterval(double Lower, double Upper, double Level, string Method)
{
    /// <summary>Half the width, in the unit of the estimate; 0 or more. Most intervals here are not symmetric about the value.</summary>
    public double MarginOfError => (Upper - Lower) / 2;
}
