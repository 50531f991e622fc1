using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>The interval of a value between two bounds from its standard error: value ± z standard errors on the scale of log-odds.</summary>
/// <remarks>
/// With f = (value − minimum)/(maximum − minimum) the limits are those of ln(f/(1 − f)) ± z·s/(f(1 − f)), s being the standard error of f
/// (delta method). They stay between the bounds and are wider on the side that has more room.
/// </remarks>
public static class LogitInterval
{
    /// <summary>The interval.</summary>
    /// <param name="value">The estimate, strictly between the bounds.</param>
    /// <param name="standardError">Its standard error, finite, 0 or more; 0 gives an interval of no width.</param>
    /// <param name="minimum">The lower bound.</param>
    /// <param name="maximum">The upper bound.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bounds are not a finite distance apart, the value is not strictly between them, the standard error is negative or not finite, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromStandardError(
        double value,
        double standardError,
        double minimum,
        double maximum,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        double range = maximum - minimum;
        if (!double.IsFinite(range))
        {
            throw new ArgumentOutOfRangeException(nameof(maximum), maximum, "The bounds are a finite distance apart.");
        }

        if (!(value > minimum && value < maximum))
        {
            throw new ArgumentOutOfRangeException(nameof(value), value, "The value is strictly between its bounds.");
        }

        if (!(standardError >= 0 && double.IsFinite(standardError)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(standardError),
                standardError,
                "A standard error is finite and not negative."
            );
        }

        double below = (value - minimum) / range;
        double above = (maximum - value) / range;
        double margin = StandardNormal.TwoSidedQuantile(level) * (standardError / range / below / above);
        return new IntervalLimits(
            minimum + (range * Moved(below, above, -margin)),
            minimum + (range * Moved(below, above, margin))
        )
            .Containing(value)
            .ClippedTo(minimum, maximum);
    }

    // f/(f + (1 − f)e^(−m)): the share whose log-odds are m higher.
    private static double Moved(double below, double above, double margin) =>
        below / (below + (above * Math.Exp(-margin)));
}
