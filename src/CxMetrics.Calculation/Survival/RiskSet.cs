using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Survival;

/// <summary>How many are at risk at any time, between the steps of the table too. The table is not empty.</summary>
internal readonly struct RiskSet(SurvivalSteps steps, double[]? entries)
{
    /// <summary>The number of subjects.</summary>
    public int Subjects => entries?.Length ?? steps.AtRisk[0];

    /// <summary><see cref="Caveats.AssumptionDoubtful"/> from the step on after which nobody was at risk for a while.</summary>
    public Caveats CaveatsAt(double time) =>
        steps.FirstGap < steps.Count && time >= steps.Times[steps.FirstGap] ? Caveats.AssumptionDoubtful : Caveats.None;

    /// <summary>Whether the share at a time can be told: somebody was there before it, and it is not beyond a last subject who was censored.</summary>
    public bool Covers(double time)
    {
        bool hasStarted = entries is null || time > entries[0];
        return hasStarted && (time <= steps.Times[^1] || !(steps.Survival[^1] > 0));
    }

    /// <summary>How many entered before a time and did not leave before it.</summary>
    public int At(double time) => At(time, SortedNumbers.CountBelow(steps.Times, time));

    /// <summary>The same where the first step at or after the time is known.</summary>
    public int At(double time, int nextStep)
    {
        if (nextStep == steps.Count)
        {
            return 0;
        }

        int atNext = steps.AtRisk[nextStep];
        return entries is null
            ? atNext
            : atNext
                - SortedNumbers.CountBelow(entries, steps.Times[nextStep])
                + SortedNumbers.CountBelow(entries, time);
    }

    /// <summary>
    /// How many subjects followed from the start would carry what is known at a time, where there is no standard error to tell: before
    /// the first event, and once nobody is left.
    /// </summary>
    /// <remarks>
    /// n/S just before that time, Peto's effective number (Peto et al. 1977, British Journal of Cancer 35, 1-39): all subjects without
    /// censoring, the number at risk before the first event. With delayed entry many may have seen the end and few the beginning, so
    /// there it is the smallest number at risk on the way; 0 when nobody was at risk for a while.
    /// </remarks>
    public double EffectiveSize(double time)
    {
        double until = Math.Min(time, steps.Times[^1]);
        if (entries is not null)
        {
            return SmallestUntil(until, entries);
        }

        int next = SortedNumbers.CountBelow(steps.Times, until);
        return At(until, next) / (next == 0 ? 1 : steps.Survival[next - 1]);
    }

    // The number falls when somebody leaves and is small at the first entry; in between it only rises.
    private int SmallestUntil(double until, double[] ascendingEntries)
    {
        int entered = SortedNumbers.CountAtMost(ascendingEntries, ascendingEntries[0]);
        int smallest = entered;
        int left = 0;
        for (int step = 0; step < steps.Count && steps.Times[step] < until; step++)
        {
            while (entered < ascendingEntries.Length && ascendingEntries[entered] <= steps.Times[step])
            {
                entered++;
            }

            left += steps.LeavingAt(step);
            smallest = Math.Min(smallest, entered - left);
        }

        return smallest;
    }
}
