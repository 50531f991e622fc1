namespace CxMetrics.Calculation.Health;

/// <summary>What one component did to a health score.</summary>
/// <param name="Key">The key of the component.</param>
/// <param name="Points">The change of the score that its new value makes, in points.</param>
public readonly record struct ComponentChange(string Key, double Points);
