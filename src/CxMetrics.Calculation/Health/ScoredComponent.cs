namespace CxMetrics.Calculation.Health;

/// <summary>What one component brings into a health score.</summary>
/// <param name="Key">The key of the component.</param>
/// <param name="Points">Its health, 0 to 100.</param>
/// <param name="StandardError">The standard error of its points.</param>
/// <param name="Share">Its weight among the components present, above 0 and at most 1; the shares add up to 1.</param>
public readonly record struct ScoredComponent(string Key, double Points, double StandardError, double Share)
{
    /// <summary>Share times points; the contributions add up to the score.</summary>
    public double Contribution => Share * Points;
}
