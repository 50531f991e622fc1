namespace CxMetrics.Calculation.Drivers;

/// <summary>What one item does for the reliability of its set.</summary>
/// <param name="Name">The name of the item.</param>
/// <param name="AlphaIfDropped">
/// Alpha of the other items; above alpha of all where the item does not fit. Null for fewer than two others or where their sum does not
/// vary.
/// </param>
public readonly record struct ItemReliability(string Name, double? AlphaIfDropped);
