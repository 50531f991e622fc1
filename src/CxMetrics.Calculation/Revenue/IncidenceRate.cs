using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Revenue;

/// <summary>Events per unit of exposure: cancellations per customer-month, contacts per customer.</summary>
/// <remarks>
/// x/E with the standard error √x/E (Poisson) and Garwood's exact interval. For events that can happen to a customer more than once, or
/// where customers were observed for unequal times.
/// </remarks>
public static class IncidenceRate
{
    /// <summary>The rate with its interval.</summary>
    /// <param name="events">The number of events, x.</param>
    /// <param name="exposure">The exposure, E, finite and not negative, in the unit the rate is wanted per.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no exposure. Otherwise the value with its interval; the sample size is the exposure, rounded up.
    /// No events: the value and the standard error are 0, the interval has a width.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The count is negative, there are events without exposure, the exposure is negative, not finite or so small that the rate is not a finite number, or the level is not strictly between 0 and 1.</exception>
    public static Estimate FromCount(long events, double exposure, double level = ConfidenceLevel.Default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(events);
        ConfidenceLevel.ThrowIfInvalid(level);
        if (events == 0 && exposure is 0)
        {
            return Estimate.None;
        }

        IntervalLimits limits = GarwoodInterval.FromCount(events, exposure, level);
        double rate = events / exposure;
        return new Estimate
        {
            Value = rate,
            StandardError = Math.Sqrt(events) / exposure,
            Interval = limits.Containing(rate).ToInterval(level, IntervalMethodNames.Garwood),
            SampleSize = exposure < long.MaxValue ? (long)Math.Ceiling(exposure) : long.MaxValue,
        };
    }
}
