using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Monitoring;

/// <summary>What p and u charts have in common once values and standard errors are known.</summary>
internal static class AttributeChart
{
    // P(Z > 3): as much is left beyond a limit that cannot be counted in sigmas.
    public const double ThreeSigmaTail = 0.0013498980316300946;

    /// <summary>The line of each subgroup with limits three standard errors from the centre.</summary>
    /// <param name="values">The value of each subgroup; null for a gap.</param>
    /// <param name="errors">Its binomial or Poisson standard error.</param>
    /// <param name="center">The centre.</param>
    /// <param name="most">The highest value a limit may have; the lowest is 0.</param>
    /// <param name="baseline">How many of the first subgroups are the baseline.</param>
    /// <param name="limits">How wide the limits are.</param>
    public static ChartLine[] Lines(
        ReadOnlySpan<double?> values,
        ReadOnlySpan<double> errors,
        double center,
        double most,
        int baseline,
        AttributeLimits limits
    )
    {
        double? factor = limits == AttributeLimits.Laney ? LaneyFactor(values[..baseline], errors, center) : 1;
        ChartLine[] lines = new ChartLine[values.Length];
        for (int index = 0; index < lines.Length; index++)
        {
            if (values[index] is not { } value)
            {
                continue;
            }

            double? sigma = factor * errors[index];
            IntervalLimits? range =
                sigma is { } known && double.IsFinite(known)
                    ? IntervalLimits.Around(center, 3 * known).ClippedTo(0, most)
                    : null;
            lines[index] = new ChartLine(value, range is null ? null : sigma, range?.Lower, range?.Upper);
        }

        return lines;
    }

    public static void ThrowIfInvalid(AttributeLimits limits)
    {
        if (!Enum.IsDefined(limits))
        {
            throw new ArgumentOutOfRangeException(nameof(limits), limits, "Unknown limits.");
        }
    }

    /// <summary>The standard deviation of the standardised points from their moving ranges; null where they show none, or one beyond every number.</summary>
    private static double? LaneyFactor(ReadOnlySpan<double?> values, ReadOnlySpan<double> errors, double center)
    {
        double? before = null;
        double sum = 0;
        long ranges = 0;
        for (int index = 0; index < values.Length; index++)
        {
            double? now = (values[index] - center) / errors[index];
            if (now is null)
            {
                continue;
            }

            if (before is { } last)
            {
                sum += Math.Abs(now.Value - last);
                ranges++;
            }

            before = now;
        }

        return sum > 0 && double.IsFinite(sum) ? sum / ranges * MovingRangeFactors.Exact.Sigma : null;
    }
}
