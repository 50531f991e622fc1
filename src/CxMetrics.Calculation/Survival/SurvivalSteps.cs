namespace CxMetrics.Calculation.Survival;

/// <summary>The product-limit table: one step per distinct time at which somebody leaves, by event or censored.</summary>
internal sealed class SurvivalSteps
{
    /// <summary>The table of sorted subjects.</summary>
    /// <param name="keys">One key per subject (<see cref="SubjectKeys"/>), ascending.</param>
    /// <param name="entries">When each entered, ascending; null when all are there from the start.</param>
    public SurvivalSteps(ReadOnlySpan<ulong> keys, double[]? entries)
    {
        int count = SubjectKeys.CountDistinctTimes(keys);
        Times = GC.AllocateUninitializedArray<double>(count);
        AtRisk = GC.AllocateUninitializedArray<int>(count);
        Events = GC.AllocateUninitializedArray<int>(count);
        Censored = GC.AllocateUninitializedArray<int>(count);
        Survival = GC.AllocateUninitializedArray<double>(count);
        Greenwood = GC.AllocateUninitializedArray<double>(count);
        TotalEvents = CountLeaving(keys);
        FirstGap = entries is null ? CountAllFromTheStart(keys.Length) : CountAtRisk(entries);
        MultiplyUp();
    }

    /// <summary>The number of steps.</summary>
    public int Count => Times.Length;

    /// <summary>The distinct times, ascending.</summary>
    public double[] Times { get; }

    /// <summary>How many are at risk just before each time, n.</summary>
    public int[] AtRisk { get; }

    /// <summary>How many have their event at each time, d.</summary>
    public int[] Events { get; }

    /// <summary>How many are censored at each time, after its events.</summary>
    public int[] Censored { get; }

    /// <summary>S after each time.</summary>
    public double[] Survival { get; }

    /// <summary>The sum of d/(n(n − d)) up to each time; infinite once S has reached 0.</summary>
    public double[] Greenwood { get; }

    /// <summary>How many have their event.</summary>
    public int TotalEvents { get; }

    /// <summary>The first step after which nobody is at risk although others enter later; <see cref="Count"/> where there is none.</summary>
    public int FirstGap { get; }

    /// <summary>How many leave at a step.</summary>
    public int LeavingAt(int step) => Events[step] + Censored[step];

    private int CountLeaving(ReadOnlySpan<ulong> keys)
    {
        int total = 0;
        int next = 0;
        for (int step = 0; step < Times.Length; step++)
        {
            ulong first = keys[next];
            int start = next;
            int events = 0;
            while (next < keys.Length && SubjectKeys.HaveSameTime(keys[next], first))
            {
                events += SubjectKeys.IsCensored(keys[next]) ? 0 : 1;
                next++;
            }

            Times[step] = SubjectKeys.TimeOf(first);
            Events[step] = events;
            Censored[step] = next - start - events;
            total += events;
        }

        return total;
    }

    private int CountAllFromTheStart(int subjects)
    {
        int atRisk = subjects;
        for (int step = 0; step < AtRisk.Length; step++)
        {
            AtRisk[step] = atRisk;
            atRisk -= LeavingAt(step);
        }

        return Count;
    }

    private int CountAtRisk(double[] entries)
    {
        int firstGap = Count;
        int entered = 0;
        int left = 0;
        for (int step = 0; step < AtRisk.Length; step++)
        {
            while (entered < entries.Length && entries[entered] < Times[step])
            {
                entered++;
            }

            AtRisk[step] = entered - left;
            left += LeavingAt(step);
            bool isGap = left == entered && entered < entries.Length && entries[entered] > Times[step];
            firstGap = isGap && firstGap == Count ? step : firstGap;
        }

        return firstGap;
    }

    // As long as nobody is censored and nobody enters, the factors (n − d)/n telescope: the product over such a run is one
    // division, and without censoring S is the exact share.
    private void MultiplyUp()
    {
        double survival = 1;
        double greenwood = 0;
        double before = 1;
        double start = 0;
        int expected = -1;
        for (int step = 0; step < Survival.Length; step++)
        {
            int events = Events[step];
            if (events > 0)
            {
                int atRisk = AtRisk[step];
                int remaining = atRisk - events;
                if (atRisk != expected)
                {
                    before = survival;
                    start = atRisk;
                }

                expected = remaining;
                survival = before * remaining / start;
                greenwood += events / ((double)atRisk * remaining);
            }

            Survival[step] = survival;
            Greenwood[step] = greenwood;
        }
    }
}
