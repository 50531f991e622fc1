namespace CxMetrics.Calculation.Health;

/// <summary>The readings of a customer sorted by what a definition makes of them: present, stale or missing.</summary>
internal sealed class ComponentSorting
{
    private readonly List<ScoredComponent> _present = [];
    private readonly List<string> _stale = [];
    private readonly List<string> _missing = [];

    private ComponentSorting() { }

    /// <summary>The components present.</summary>
    public IReadOnlyList<ScoredComponent> Present => _present;

    public IReadOnlyList<string> Stale => _stale;

    public IReadOnlyList<string> Missing => _missing;

    /// <summary>The weight of the components present.</summary>
    public double Weight { get; private set; }

    /// <summary>Σ of the contributions; 0 without components.</summary>
    public double Score => Math.Min(100, _present.Sum(component => component.Contribution));

    /// <summary>The standard error of the score when the components err independently.</summary>
    public double StandardError
    {
        get
        {
            double error = 0;
            foreach (ScoredComponent component in _present)
            {
                error = double.Hypot(error, component.Share * component.StandardError);
            }

            return error;
        }
    }

    /// <summary>Sorts readings with keys of their own; those of other definitions are passed over.</summary>
    public static ComponentSorting Of(HealthDefinition definition, IReadOnlyList<ComponentReading> readings)
    {
        Dictionary<string, ComponentReading> byKey = readings.ToDictionary(
            reading => reading.Key,
            StringComparer.Ordinal
        );
        ComponentSorting sorting = new();
        foreach (HealthComponent component in definition.Components)
        {
            sorting.Add(component, byKey);
        }

        for (int index = 0; index < sorting._present.Count; index++)
        {
            ScoredComponent component = sorting._present[index];
            sorting._present[index] = component with { Share = component.Share / sorting.Weight };
        }

        return sorting;
    }

    private void Add(HealthComponent component, Dictionary<string, ComponentReading> readings)
    {
        if (!readings.TryGetValue(component.Key, out ComponentReading reading))
        {
            _missing.Add(component.Key);
        }
        else if (reading.Age > component.Validity)
        {
            _stale.Add(component.Key);
        }
        else
        {
            Weight += component.Weight;
            _present.Add(
                new ScoredComponent(
                    component.Key,
                    component.Curve.PointsOf(reading.Value),
                    component.Curve.StandardErrorOfPoints(reading.Value, reading.StandardError),
                    component.Weight
                )
            );
        }
    }
}
