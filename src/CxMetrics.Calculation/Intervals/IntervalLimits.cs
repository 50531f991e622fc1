namespace CxMetrics.Calculation.Intervals;

/// <summary>The two limits of an interval, before it is named: what the formulas return.</summary>
/// <param name="Lower">The lower limit.</param>
/// <param name="Upper">The upper limit.</param>
public readonly record struct IntervalLimits(double Lower, double Upper)
{
    /// <summary>The limits moved into a range.</summary>
    /// <param name="minimum">The lowest value a limit may have.</param>
    /// <param name="maximum">The highest value a limit may have.</param>
    public IntervalLimits ClippedTo(double minimum, double maximum) =>
        new(Math.Clamp(Lower, minimum, maximum), Math.Clamp(Upper, minimum, maximum));

    /// <summary>The limits extended, where needed, to hold a value.</summary>
    /// <param name="value">The value, usually the estimate.</param>
    public IntervalLimits Containing(double value) => new(Math.Min(Lower, value), Math.Max(Upper, value));

    /// <summary>The limits in another unit.</summary>
    /// <param name="factor">How many of the new unit make one of the old; above 0.</param>
    public IntervalLimits ScaledBy(double factor) => new(Lower * factor, Upper * factor);

    /// <summary>The interval with its level and the name of its method.</summary>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The short name of the method.</param>
    public ConfidenceInterval ToInterval(double level, string method) => new(Lower, Upper, level, method);

    /// <summary>value ± margin.</summary>
    internal static IntervalLimits Around(double value, double margin) => new(value - margin, value + margin);

    /// <summary>e^(ln value ± margin) for a value above 0; infinite where the upper limit exceeds every double.</summary>
    internal static IntervalLimits AroundOnLogScale(double value, double margin) =>
        new(value * Math.Exp(-margin), value * Math.Exp(margin));

    /// <summary>Whether both limits are finite numbers.</summary>
    internal bool IsFinite => double.IsFinite(Lower) && double.IsFinite(Upper);

    /// <summary>The limits of one minus the value.</summary>
    internal IntervalLimits OfTheComplement => new(1 - Upper, 1 - Lower);
}
