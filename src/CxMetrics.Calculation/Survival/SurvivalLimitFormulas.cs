using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Survival;

/// <summary>The limits of a survival share from Greenwood's sum.</summary>
internal static class SurvivalLimitFormulas
{
    /// <summary>The limits, as R's <c>survfit</c> gives them.</summary>
    /// <param name="survival">S, 0 to 1.</param>
    /// <param name="greenwood">The sum of d/(n(n − d)) so far: the squared standard error of log S. 0 before the first event.</param>
    /// <param name="z">The two-sided quantile of the standard normal distribution.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>Null where S is 0, and for <see cref="SurvivalIntervalMethod.LogLog"/> before the first event; 1 and 1 there for the others.</returns>
    public static IntervalLimits? Limits(double survival, double greenwood, double z, SurvivalIntervalMethod method)
    {
        if (!(survival > 0))
        {
            return null;
        }

        bool hasEvents = greenwood > 0;
        double margin = z * Math.Sqrt(greenwood);
        return method switch
        {
            SurvivalIntervalMethod.LogLog => hasEvents ? LogLog(survival, margin) : null,
            SurvivalIntervalMethod.Log => new IntervalLimits(
                survival * Math.Exp(-margin),
                Math.Min(1, survival * Math.Exp(margin))
            ),
            SurvivalIntervalMethod.Plain => IntervalLimits.Around(survival, survival * margin).ClippedTo(0, 1),
        };
    }

    private static IntervalLimits LogLog(double survival, double margin)
    {
        double logarithm = Math.Log(survival);
        double factor = Math.Exp(-margin / logarithm);
        return new IntervalLimits(Math.Exp(logarithm * factor), Math.Exp(logarithm / factor));
    }
}
