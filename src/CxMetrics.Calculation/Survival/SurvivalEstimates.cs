using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>A share that declines from 1 to 0 over time, with an interval that always has a width.</summary>
internal static class SurvivalEstimates
{
    /// <summary>The estimate from a share and Greenwood's sum, or what takes its place.</summary>
    /// <param name="share">S, 0 to 1.</param>
    /// <param name="greenwood">The squared standard error of log S; 0 before the first event, of no meaning where S is 0.</param>
    /// <param name="time">The time, one that the observations cover.</param>
    /// <param name="riskSet">Who is at risk when.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    public static Estimate At(
        double share,
        double greenwood,
        double time,
        RiskSet riskSet,
        double level,
        SurvivalIntervalMethod method
    )
    {
        bool hasError = share > 0 && greenwood > 0;
        double effectiveSize = hasError ? (1 - share) / (share * greenwood) : riskSet.EffectiveSize(time);
        return new Estimate
        {
            Value = share,
            StandardError = share > 0 ? share * Math.Sqrt(greenwood) : null,
            Interval = hasError
                ? SurvivalLimitFormulas
                    .Limits(share, greenwood, StandardNormal.TwoSidedQuantile(level), method)
                    ?.Containing(share)
                    .ToInterval(level, method.ToShortName())
                : Wilson(share, effectiveSize, level),
            SampleSize = riskSet.Subjects,
            EffectiveSampleSize = double.IsFinite(effectiveSize) ? effectiveSize : null,
            Caveats = riskSet.CaveatsAt(time),
        };
    }

    /// <summary>No value, though there are subjects: none of them was observed there.</summary>
    public static Estimate NotObserved(long subjects) =>
        new()
        {
            Value = null,
            StandardError = null,
            Interval = null,
            SampleSize = subjects,
        };

    // Nobody at risk for a while tells nothing: every share is possible.
    private static ConfidenceInterval Wilson(double share, double effectiveSize, double level)
    {
        IntervalLimits limits =
            effectiveSize > 0 ? WilsonInterval.FromShare(share, effectiveSize, level) : new IntervalLimits(0, 1);
        return limits.ToInterval(level, IntervalMethodNames.SurvivalWilson);
    }
}
