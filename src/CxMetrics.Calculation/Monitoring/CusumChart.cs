namespace CxMetrics.Calculation.Monitoring;

/// <summary>The tabular CUSUM chart: sums of what goes beyond an allowance, the quickest to show a lasting shift of a known size.</summary>
/// <remarks>
/// With z = (x − target)/σ: upper sum Cᵢ = max(0, Cᵢ₋₁ + zᵢ − k), lower sum min(0, Cᵢ₋₁ + zᵢ + k), allowance k = half the shift to be found, signal
/// beyond ±h. The sums go on after a signal. With k = ½ and h = 5 one false alarm in 465 independent normal points, and a shift of one sigma is
/// found after 10.4 on average; h = 4 gives 168 and 8.4. Target and σ come from a baseline, such as an <see cref="XmRChart"/> of earlier periods.
/// Sources: Page (1954), Biometrika 41, 100-115; Montgomery (2019), Introduction to Statistical Quality Control, section 9.1. Immutable.
/// </remarks>
public sealed record CusumChart
{
    private CusumChart() { }

    /// <summary>The points, in the order given.</summary>
    public required IReadOnlyList<CusumPoint> Points { get; init; }

    /// <summary>The allowance k, in sigmas.</summary>
    public required double Allowance { get; init; }

    /// <summary>The decision interval h, in sigmas: the limits are ±h about the centre 0.</summary>
    public required double DecisionInterval { get; init; }

    /// <summary>The chart of a series.</summary>
    /// <param name="values">The values in order of time, finite and at most 10³⁰⁰ in size and in sigmas from the target.</param>
    /// <param name="target">The mean in control, in the unit of the values.</param>
    /// <param name="sigma">The standard deviation of single values in control, above 0.</param>
    /// <param name="shift">The shift to be found, in sigmas, above 0, at most 100.</param>
    /// <param name="decisionInterval">h, in sigmas, above 0, at most 1000.</param>
    /// <returns>The chart; without points for no values.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is outside its range.</exception>
    public static CusumChart FromValues(
        ReadOnlySpan<double> values,
        double target,
        double sigma,
        double shift = 1,
        double decisionInterval = 5
    )
    {
        ChartNumbers.ThrowIfInvalid(values, nameof(values));
        ChartNumbers.ThrowIfInvalid([target], nameof(target));
        ChartNumbers.ThrowIfNotAboveZero(sigma, ChartNumbers.Largest, nameof(sigma));
        ChartNumbers.ThrowIfNotAboveZero(shift, 100, nameof(shift));
        ChartNumbers.ThrowIfNotAboveZero(decisionInterval, 1000, nameof(decisionInterval));
        double allowance = shift / 2;
        CusumPoint[] points = new CusumPoint[values.Length];
        double upper = 0;
        double lower = 0;
        for (int index = 0; index < points.Length; index++)
        {
            double z = (values[index] - target) / sigma;
            ChartNumbers.ThrowIfInvalid([z], nameof(values));
            upper = Math.Max(0, upper + z - allowance);
            lower = Math.Min(0, lower + z + allowance);
            points[index] = new CusumPoint(z, upper, lower, upper > decisionInterval, lower < -decisionInterval);
        }

        return new CusumChart
        {
            Points = points,
            Allowance = allowance,
            DecisionInterval = decisionInterval,
        };
    }
}
