namespace CxMetrics.Api.Metrics;

/// <summary>Every metric this API computes. It finds the definitions by itself, so that adding one touches one file here.</summary>
internal sealed class MetricCatalogue
{
    private readonly Dictionary<string, ScoreDefinition> _byKey;

    public MetricCatalogue()
    {
        _byKey = typeof(MetricCatalogue)
            .Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(ScoreDefinition)) && !type.IsAbstract)
            .Select(type => (ScoreDefinition)Activator.CreateInstance(type)!)
            .ToDictionary(definition => definition.Key, StringComparer.Ordinal);
        Definitions = [.. _byKey.Values.OrderBy(definition => definition.Key, StringComparer.Ordinal)];
    }

    /// <summary>All definitions by key.</summary>
    public IReadOnlyList<ScoreDefinition> Definitions { get; }

    public ScoreDefinition? Find(string key) => _byKey.GetValueOrDefault(key);
}
