namespace CxMetrics.Calculation.Health;

/// <summary>A customer's health score, with what it came from and what was left out.</summary>
public sealed record HealthAssessment
{
    /// <summary>The definition it follows.</summary>
    public required HealthDefinition Definition { get; init; }

    /// <summary>The readings it was made from, stale ones included.</summary>
    public required IReadOnlyList<ComponentReading> Readings { get; init; }

    /// <summary>
    /// The score, 0 to 100, with its standard error and interval; the sample size counts the components present. No value below 50 %
    /// coverage. No interval where every reading is certain: there is nothing to be uncertain about.
    /// </summary>
    public required Estimate Score { get; init; }

    /// <summary>The weight of the components present over that of all, 0 to 1.</summary>
    public required double Coverage { get; init; }

    /// <summary>The band of the score; null without a score.</summary>
    public required HealthBand? Band { get; init; }

    /// <summary>The probability of each band; null without a score.</summary>
    public required BandProbabilities? Probabilities { get; init; }

    /// <summary>The components present, in the order of the definition; also where they are too few for a score.</summary>
    public required IReadOnlyList<ScoredComponent> Components { get; init; }

    /// <summary>The keys of components whose reading is older than its validity.</summary>
    public required IReadOnlyList<string> Stale { get; init; }

    /// <summary>The keys of components without a reading.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
}
