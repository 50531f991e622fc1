using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Hypotheses;
using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Health;

/// <summary>The change of a customer's health score, and what made it: new data, other components present, another definition.</summary>
/// <remarks>
/// From the earlier score s₀ to the later s₁ in three steps that add up. Data: the components that the earlier definition finds present at
/// both times take their later values, the others and all shares stay. Coverage: components leave that went stale or missing, and others
/// come back, still by the earlier definition. Definition: from the later readings by the earlier definition to s₁. Where the earlier
/// definition finds no component present among the later readings, the whole change is the definition's.
/// </remarks>
public sealed record HealthScoreChange
{
    private HealthScoreChange() { }

    /// <summary>
    /// Later minus earlier, in points. Its interval and p-value take the two scores as independent, which is cautious where a reading
    /// stands in both.
    /// </summary>
    public required DifferenceEstimate Change { get; init; }

    /// <summary>What new values of components present at both times make, in points; null where either side has no score.</summary>
    public required double? DataChange { get; init; }

    /// <summary>What components that went stale or missing, or came back, make, in points; null where either side has no score.</summary>
    public required double? CoverageChange { get; init; }

    /// <summary>What another definition makes, in points; null where either side has no score.</summary>
    public required double? DefinitionChange { get; init; }

    /// <summary>The components present at both times by the earlier definition; their points add up to <see cref="DataChange"/>.</summary>
    public required IReadOnlyList<ComponentChange> Components { get; init; }

    /// <summary>Compares two assessments of one customer.</summary>
    /// <param name="earlier">The earlier one.</param>
    /// <param name="later">The later one; its definition may be another.</param>
    /// <param name="level">The two-sided confidence level of the change.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1.</exception>
    public static HealthScoreChange Between(
        HealthAssessment earlier,
        HealthAssessment later,
        double level = ConfidenceLevel.Default
    )
    {
        ArgumentNullException.ThrowIfNull(earlier);
        ArgumentNullException.ThrowIfNull(later);
        ConfidenceLevel.ThrowIfInvalid(level);
        DifferenceEstimate change = Difference(earlier.Score, later.Score, level);
        if (change.Value is not { } total)
        {
            return new HealthScoreChange
            {
                Change = change,
                DataChange = null,
                CoverageChange = null,
                DefinitionChange = null,
                Components = [],
            };
        }

        ComponentSorting byEarlierDefinition = ComponentSorting.Of(earlier.Definition, later.Readings);
        List<ComponentChange> components = DataChanges(earlier.Components, byEarlierDefinition.Present);
        double data = components.Sum(component => component.Points);
        double definition =
            byEarlierDefinition.Present.Count > 0
                ? later.Score.Value.GetValueOrDefault() - byEarlierDefinition.Score
                : total;
        return new HealthScoreChange
        {
            Change = change,
            DataChange = data,
            CoverageChange = total - data - definition,
            DefinitionChange = definition,
            Components = components,
        };
    }

    private static List<ComponentChange> DataChanges(
        IReadOnlyList<ScoredComponent> earlier,
        IReadOnlyList<ScoredComponent> later
    )
    {
        Dictionary<string, double> laterPoints = later.ToDictionary(
            component => component.Key,
            component => component.Points,
            StringComparer.Ordinal
        );
        List<ComponentChange> changes = [];
        foreach (ScoredComponent component in earlier)
        {
            if (laterPoints.TryGetValue(component.Key, out double points))
            {
                changes.Add(new ComponentChange(component.Key, component.Share * (points - component.Points)));
            }
        }

        return changes;
    }

    private static DifferenceEstimate Difference(Estimate earlier, Estimate later, double level)
    {
        double? error =
            later is { StandardError: { } one } && earlier is { StandardError: { } other }
                ? double.Hypot(one, other)
                : null;
        double? value = later.Value - earlier.Value;
        return new DifferenceEstimate
        {
            Value = value,
            StandardError = error,
            Interval = error > 0 ? Interval(earlier, later, level) : null,
            PValue = value is { } difference && error is { } known ? ZTest.TwoSidedPValue(difference, known) : null,
            FirstSampleSize = earlier.SampleSize,
            SecondSampleSize = later.SampleSize,
        };
    }

    private static ConfidenceInterval Interval(Estimate earlier, Estimate later, double level)
    {
        (double first, IntervalLimits firstLimits) = AtLevel(earlier, level);
        (double second, IntervalLimits secondLimits) = AtLevel(later, level);
        return SquareAndAdd
            .Difference(first, firstLimits, second, secondLimits)
            .ToInterval(level, IntervalMethodNames.ErrorPropagation);
    }

    // The two assessments may have been made at other levels.
    private static (double Value, IntervalLimits Limits) AtLevel(Estimate score, double level)
    {
        double value = score.Value.GetValueOrDefault();
        double error = score.StandardError.GetValueOrDefault();
        return (value, WaldInterval.FromStandardError(value, error, level).ClippedTo(0, 100));
    }
}
