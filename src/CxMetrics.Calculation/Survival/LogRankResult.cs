namespace CxMetrics.Calculation.Survival;

/// <summary>The comparison of survival curves. Immutable.</summary>
public sealed record LogRankResult
{
    /// <summary>χ², 0 or more; null where the groups were never at risk together at an event, so that there is nothing to compare.</summary>
    public required double? ChiSquare { get; init; }

    /// <summary>The degrees of freedom: one less than the number of groups that can be compared; 0 where there is nothing to compare.</summary>
    public required int DegreesOfFreedom { get; init; }

    /// <summary>The p-value of equal survival, from the χ² distribution; null where there is nothing to compare. Not adjusted for other comparisons.</summary>
    public required double? PValue { get; init; }

    /// <summary><see cref="Calculation.Caveats.LowSampleSize"/> where a group expects some events, but fewer than five: the p-value is then a rough guide.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>The groups, in the order of the curves.</summary>
    public required IReadOnlyList<LogRankGroup> Groups { get; init; }
}
