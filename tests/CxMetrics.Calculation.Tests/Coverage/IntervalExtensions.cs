using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Coverage;

internal static class IntervalExtensions
{
    /// <summary>The limits of an estimate's interval; null where it has none.</summary>
    public static IntervalLimits? Limits(this Estimate estimate) => Limits(estimate.Interval);

    /// <inheritdoc cref="Limits(Estimate)"/>
    public static IntervalLimits? Limits(this DifferenceEstimate difference) => Limits(difference.Interval);

    /// <summary>The limits, with 0 and infinity for those that the data do not bound; null where nothing was counted.</summary>
    public static IntervalLimits? Limits(this OpenEstimate estimate) =>
        estimate is { Lower: null, Upper: null }
            ? null
            : new IntervalLimits(estimate.Lower ?? 0, estimate.Upper ?? double.PositiveInfinity);

    /// <summary>The limits less the true value, for studies whose methods or samples have true values of their own.</summary>
    public static IntervalLimits? Less(this IntervalLimits? limits, double truth) =>
        limits is { } interval ? new IntervalLimits(interval.Lower - truth, interval.Upper - truth) : null;

    private static IntervalLimits? Limits(ConfidenceInterval? interval) =>
        interval is { } found ? new IntervalLimits(found.Lower, found.Upper) : null;
}
