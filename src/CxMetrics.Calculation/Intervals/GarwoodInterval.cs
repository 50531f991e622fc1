using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>Garwood's exact Poisson interval for a rate of events per unit of exposure.</summary>
/// <remarks>
/// The rates that neither one-sided Poisson test rejects at half of 1 − level: with x events the lower limit is the quantile of the gamma
/// distribution with shape x, the upper that with shape x + 1, both over the exposure. Lower limit 0 for no events. Covers at least the
/// stated level. Source: Garwood (1936), Biometrika 28, 437-442; the same numbers as R's <c>poisson.test</c>.
/// </remarks>
public static class GarwoodInterval
{
    /// <summary>The interval from a count.</summary>
    /// <param name="events">The number of events.</param>
    /// <param name="exposure">The exposure they were counted over, for example customer-months; finite and above 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, the exposure is not finite and above 0 or so small that the rate is not a finite number, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromCount(long events, double exposure, double level = ConfidenceLevel.Default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ConfidenceLevel.ThrowIfInvalid(level);
        if (!(exposure > 0 && double.IsFinite(exposure)))
        {
            throw new ArgumentOutOfRangeException(nameof(exposure), exposure, "An exposure is finite and above 0.");
        }

        double tail = (1 - level) / 2;
        double lower = events == 0 ? 0 : GammaQuantile.Lower(events, tail) / exposure;
        double upper = GammaQuantile.Upper(events + 1.0, tail) / exposure;
        return double.IsFinite(upper)
            ? new IntervalLimits(lower, upper)
            : throw new ArgumentOutOfRangeException(
                nameof(exposure),
                exposure,
                "An exposure is large enough for the rate to be a finite number."
            );
    }
}
