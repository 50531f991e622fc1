namespace CxMetrics.Calculation.Monitoring;

/// <summary>The EWMA chart: exponentially weighted means that show small lasting shifts sooner than single points do.</summary>
/// <remarks>
/// zᵢ = λxᵢ + (1 − λ)zᵢ₋₁ from z₀ = target, with the exact limits target ± Lσ√(λ/(2 − λ) · (1 − (1 − λ)²ⁱ)), which are narrow at first. With λ = 0.2
/// and L = 3 one false alarm in some 560 independent normal points; λ = 1 is the plain chart. Only points beyond the limits signal, since
/// neighbouring means depend on each other. Target and σ come from a baseline, such as an <see cref="XmRChart"/> of earlier periods. Sources:
/// Roberts (1959), Technometrics 1, 239-250; Lucas and Saccucci (1990), Technometrics 32, 1-12.
/// </remarks>
public static class EwmaChart
{
    private const double WidestLimits = 100;

    /// <summary>The chart of a series.</summary>
    /// <param name="values">The values in order of time, finite and at most 10³⁰⁰ in size.</param>
    /// <param name="target">The mean in control, in the unit of the values.</param>
    /// <param name="sigma">The standard deviation of single values in control, above 0.</param>
    /// <param name="weight">λ, the weight of the newest value, above 0, at most 1.</param>
    /// <param name="sigmas">L, the width of the limits, above 0, at most 100.</param>
    /// <returns>The chart of the weighted means; without points for no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static ControlChart FromValues(
        ReadOnlySpan<double> values,
        double target,
        double sigma,
        double weight = 0.2,
        double sigmas = 3
    )
    {
        ChartNumbers.ThrowIfInvalid(values, nameof(values));
        ChartNumbers.ThrowIfInvalid([target], nameof(target));
        ChartNumbers.ThrowIfNotAboveZero(sigma, ChartNumbers.Largest, nameof(sigma));
        ChartNumbers.ThrowIfNotAboveZero(weight, 1, nameof(weight));
        ChartNumbers.ThrowIfNotAboveZero(sigmas, WidestLimits, nameof(sigmas));
        ChartLine[] lines = new ChartLine[values.Length];
        double mean = target;
        double variance = 0;
        for (int index = 0; index < lines.Length; index++)
        {
            mean = (weight * values[index]) + ((1 - weight) * mean);
            variance = (weight * weight) + ((1 - weight) * (1 - weight) * variance);
            double margin = sigmas * sigma * Math.Sqrt(variance);
            lines[index] = new ChartLine(mean, null, target - margin, target + margin);
        }

        return RunRules.Mark(lines, target, 0, ChartRules.BeyondLimits);
    }
}
