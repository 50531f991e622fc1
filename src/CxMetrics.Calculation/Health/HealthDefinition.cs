namespace CxMetrics.Calculation.Health;

/// <summary>What a health score is made of. Immutable: a change of weights, curves or validity is a new version.</summary>
public sealed record HealthDefinition
{
    /// <summary>Declares a definition.</summary>
    /// <param name="version">The name of this version, not empty.</param>
    /// <param name="components">The components, at least one, with keys of their own.</param>
    /// <param name="bands">The bands; null for <see cref="HealthBands.Default"/>.</param>
    /// <exception cref="ArgumentException">The version is empty, there is no component, a key stands twice, or the weights add up to infinity.</exception>
    public HealthDefinition(string version, IReadOnlyList<HealthComponent> components, HealthBands? bands = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(version);
        ArgumentNullException.ThrowIfNull(components);
        Version = version;
        Components = Array.AsReadOnly(components.ToArray());
        Bands = bands ?? HealthBands.Default;
        TotalWeight = Components.Sum(component => component.Weight);
        if (Components.Count == 0 || !double.IsFinite(TotalWeight))
        {
            throw new ArgumentException(
                "A health score has at least one component, and weights with a finite sum.",
                nameof(components)
            );
        }

        string? twice = Components
            .GroupBy(component => component.Key, StringComparer.Ordinal)
            .FirstOrDefault(group => group.Count() > 1)
            ?.Key;
        if (twice is not null)
        {
            throw new ArgumentException($"Two components have the key '{twice}'.", nameof(components));
        }
    }

    /// <summary>The name of this version.</summary>
    public string Version { get; }

    /// <summary>The components.</summary>
    public IReadOnlyList<HealthComponent> Components { get; }

    /// <summary>The bands.</summary>
    public HealthBands Bands { get; }

    internal double TotalWeight { get; }
}
