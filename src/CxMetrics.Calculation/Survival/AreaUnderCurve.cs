using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>The area under a survival curve up to a horizon, with its standard error. Beyond the last time the curve goes on flat.</summary>
/// <param name="Value">The area, 0 to the horizon.</param>
/// <param name="StandardError">Its standard error; 0 where all events before the horizon happen at once.</param>
/// <param name="Events">The number of events before the horizon.</param>
internal readonly record struct AreaUnderCurve(double Value, double StandardError, int Events)
{
    // In units of the horizon: squares of very long or short times neither overflow nor vanish.
    public static AreaUnderCurve Of(SurvivalSteps steps, double horizon)
    {
        double area = 0;
        double variance = 0;
        int total = 0;
        double end = horizon;
        for (int step = SortedNumbers.CountBelow(steps.Times, horizon) - 1; step >= 0; step--)
        {
            double time = steps.Times[step];
            area += steps.Survival[step] * ((end - time) / horizon);
            end = time;
            int events = steps.Events[step];
            double remaining = steps.AtRisk[step] - events;
            total += events;
            if (events > 0 && remaining > 0)
            {
                variance += area * area * (events / (steps.AtRisk[step] * remaining));
            }
        }

        area += end / horizon;
        return new AreaUnderCurve(horizon * Math.Min(area, 1), horizon * Math.Sqrt(variance), total);
    }
}
