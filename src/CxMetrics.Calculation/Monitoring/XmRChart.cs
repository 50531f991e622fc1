using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>The XmR chart: is a metric with one value per period, such as a monthly NPS, in statistical control?</summary>
/// <remarks>
/// <para>
/// Centre x̄ and mean moving range R̄ = mean |xᵢ − xᵢ₋₁| over the baseline; σ = R̄/d₂; limits x̄ ± 3σ for the values and 0 to R̄(1 + 3d₃/d₂) for the
/// ranges (<see cref="MovingRangeConstants"/>). The range between neighbours is used, not the standard deviation of all, so that a slow
/// drift does not widen the limits that should show it. Periods without a value are left out; the range then spans the gap.
/// </para>
/// <para>Sources: Wheeler (1993), Understanding Variation; Montgomery (2019), Introduction to Statistical Quality Control, section 6.4. Immutable.</para>
/// </remarks>
public sealed record XmRChart
{
    private XmRChart() { }

    /// <summary>The chart of the values.</summary>
    public required ControlChart Individuals { get; init; }

    /// <summary>The chart of the moving ranges: one point fewer; point i is |xᵢ₊₁ − xᵢ|. Only points beyond the limit signal, since neighbours share a value.</summary>
    public required ControlChart MovingRanges { get; init; }

    /// <summary>The standard deviation of single values, R̄/d₂; null for fewer than two baseline values. 0 where all of them agree.</summary>
    public required double? Sigma { get; init; }

    /// <summary>The chart of a series.</summary>
    /// <param name="values">The values in order of time, finite and at most 10³⁰⁰ in size.</param>
    /// <param name="baselinePoints">How many of the first values set the centre and limits; all where null. The others are only watched.</param>
    /// <param name="constants">The constants for the limits.</param>
    /// <param name="rules">What to look for among the values.</param>
    /// <returns>
    /// The chart. Without baseline values the centre is null. The limits are null, and nothing signals, for fewer than two of them and
    /// where they all agree: they then say nothing about what variation is ordinary.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A value is not finite or too large, the baseline is not from 0 to all values, or a rule or the kind of constants is unknown.</exception>
    public static XmRChart FromValues(
        ReadOnlySpan<double> values,
        int? baselinePoints = null,
        MovingRangeConstants constants = MovingRangeConstants.Exact,
        ChartRules rules = ChartRules.Default
    )
    {
        RunRules.ThrowIfInvalid(rules);
        MovingRangeFactors factors = MovingRangeFactors.Of(constants);
        ChartNumbers.ThrowIfInvalid(values, nameof(values));
        int baseline = RunRules.Baseline(baselinePoints, values.Length);
        double[] ranges = Ranges(values);
        int baselineRanges = Math.Max(0, baseline - 1);
        double? center = baseline > 0 ? Moments.Of(values[..baseline]).Mean : null;
        double? meanRange = baselineRanges > 0 ? Moments.Of(ranges.AsSpan(0, baselineRanges)).Mean : null;
        double? sigma = meanRange * factors.Sigma;
        double? limit = sigma > 0 ? 3 * sigma : null;
        double? rangeLimit = meanRange > 0 ? meanRange * factors.UpperRange : null;
        return new XmRChart
        {
            Individuals = RunRules.Mark(Lines(values, sigma, center - limit, center + limit), center, baseline, rules),
            MovingRanges = RunRules.Mark(
                Lines(ranges, null, rangeLimit is null ? null : 0, rangeLimit),
                meanRange,
                baselineRanges,
                rules & ChartRules.BeyondLimits
            ),
            Sigma = sigma,
        };
    }

    private static double[] Ranges(ReadOnlySpan<double> values)
    {
        double[] ranges = new double[Math.Max(0, values.Length - 1)];
        for (int index = 0; index < ranges.Length; index++)
        {
            ranges[index] = Math.Abs(values[index + 1] - values[index]);
        }

        return ranges;
    }

    private static ChartLine[] Lines(ReadOnlySpan<double> values, double? sigma, double? lower, double? upper)
    {
        ChartLine[] lines = new ChartLine[values.Length];
        for (int index = 0; index < lines.Length; index++)
        {
            lines[index] = new ChartLine(values[index], sigma, lower, upper);
        }

        return lines;
    }
}
