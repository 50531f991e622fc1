namespace CxMetrics.Calculation.Drivers;

/// <summary>How far a set of items measures one thing.</summary>
public sealed record Reliability
{
    /// <summary>Cronbach's alpha, at most 1; below 0 where items work against each other. The sample size counts respondents.</summary>
    public required Estimate Alpha { get; init; }

    /// <summary>Alpha of the items brought to equal variances; null where an item does not vary.</summary>
    public required double? StandardizedAlpha { get; init; }

    /// <summary>The items, in the order they were given.</summary>
    public required IReadOnlyList<ItemReliability> Items { get; init; }
}
