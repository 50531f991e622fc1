namespace CxMetrics.Calculation.Survival;

/// <summary>Walks through the distinct times of several curves in ascending order, with the events and the numbers at risk of each.</summary>
internal sealed class LogRankTimes(IReadOnlyList<SurvivalCurve> curves)
{
    private readonly int[] _next = new int[curves.Count];

    /// <summary>By group, the events at this time.</summary>
    public int[] GroupEvents { get; } = new int[curves.Count];

    /// <summary>By group, the number at risk just before this time.</summary>
    public int[] GroupAtRisk { get; } = new int[curves.Count];

    /// <summary>The events at this time in all groups, d.</summary>
    public double Events { get; private set; }

    /// <summary>The number at risk just before this time in all groups, n.</summary>
    public double AtRisk { get; private set; }

    /// <summary>Goes to the next time; false when there is none.</summary>
    public bool MoveNext()
    {
        double time = NextTime();
        Events = 0;
        AtRisk = 0;
        for (int group = 0; group < _next.Length; group++)
        {
            SurvivalCurve curve = curves[group];
            int next = _next[group];
            GroupAtRisk[group] = curve.RiskSet.At(time, next);
            bool leavesHere = next < curve.Steps.Count && curve.Steps.Times[next] <= time;
            GroupEvents[group] = leavesHere ? curve.Steps.Events[next] : 0;
            _next[group] = leavesHere ? next + 1 : next;
            Events += GroupEvents[group];
            AtRisk += GroupAtRisk[group];
        }

        return double.IsFinite(time);
    }

    private double NextTime()
    {
        double time = double.PositiveInfinity;
        for (int group = 0; group < _next.Length; group++)
        {
            double[] times = curves[group].Steps.Times;
            if (_next[group] < times.Length)
            {
                time = Math.Min(time, times[_next[group]]);
            }
        }

        return time;
    }
}
