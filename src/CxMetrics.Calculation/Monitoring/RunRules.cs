namespace CxMetrics.Calculation.Monitoring;

/// <summary>Marks the points of a chart by <see cref="ChartRules"/>.</summary>
internal static class RunRules
{
    public static ControlChart Mark(
        ReadOnlySpan<ChartLine> lines,
        double? center,
        int baselinePoints,
        ChartRules rules,
        Caveats caveats = Caveats.None
    )
    {
        ChartPoint[] points = new ChartPoint[lines.Length];
        RunCounter runs = new();
        for (int index = 0; index < lines.Length; index++)
        {
            ChartLine line = lines[index];
            double? place = line.Sigma > 0 ? (line.Value - center) / line.Sigma : null;
            ChartRules signals = runs.Next(line.Value, place);
            signals |= line.Value < line.Lower || line.Value > line.Upper ? ChartRules.BeyondLimits : ChartRules.None;
            points[index] = new ChartPoint(line.Value, line.Lower, center, line.Upper, signals & rules);
        }

        return new ControlChart
        {
            Points = points,
            Center = center,
            BaselinePoints = baselinePoints,
            Caveats = caveats,
        };
    }

    /// <summary>Refuses what is not a set of rules.</summary>
    public static void ThrowIfInvalid(ChartRules rules)
    {
        if ((rules & ~(ChartRules.Nelson | ChartRules.WesternElectric)) != ChartRules.None)
        {
            throw new ArgumentOutOfRangeException(nameof(rules), rules, "Unknown rule.");
        }
    }

    /// <summary>The number of baseline points: all, unless a number from 0 to all is given.</summary>
    public static int Baseline(int? baselinePoints, int points)
    {
        if (baselinePoints is { } given && (given < 0 || given > points))
        {
            throw new ArgumentOutOfRangeException(
                nameof(baselinePoints),
                given,
                $"The baseline has from 0 to all {points} points."
            );
        }

        return baselinePoints ?? points;
    }
}
