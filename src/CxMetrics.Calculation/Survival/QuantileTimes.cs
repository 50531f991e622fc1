namespace CxMetrics.Calculation.Survival;

/// <summary>The times at which a curve and its limits have fallen by a given share, as R's <c>quantile.survfit</c> finds them.</summary>
/// <param name="Value">By the curve; null when it does not fall that far.</param>
/// <param name="Lower">By its lower limits. They can rise again, at high levels above all, so that R's rule puts this after the value.</param>
/// <param name="Upper">By its upper limits.</param>
internal readonly record struct QuantileTimes(double? Value, double? Lower, double? Upper)
{
    public static QuantileTimes Of(SurvivalSteps steps, double probability, double z, SurvivalIntervalMethod method)
    {
        QuantileSearch value = new(probability);
        QuantileSearch lower = new(probability);
        QuantileSearch upper = new(probability);
        for (int step = 0; step < steps.Count; step++)
        {
            // The curve moves at events only, and before the first one nothing has fallen.
            if (steps.Events[step] > 0)
            {
                double survival = steps.Survival[step];
                value.Add(step, survival);
                if (SurvivalLimitFormulas.Limits(survival, steps.Greenwood[step], z, method) is { } limits)
                {
                    lower.Add(step, limits.Lower);
                    upper.Add(step, limits.Upper);
                }
            }
        }

        return new QuantileTimes(value.Time(steps.Times), lower.Time(steps.Times), upper.Time(steps.Times));
    }
}
