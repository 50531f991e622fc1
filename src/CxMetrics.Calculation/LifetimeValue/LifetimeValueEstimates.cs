namespace CxMetrics.Calculation.LifetimeValue;

/// <summary>Mean lifetime values with their uncertainty, and how it was found. Immutable.</summary>
public sealed record LifetimeValueEstimates
{
    /// <summary>The fit to all customers.</summary>
    public required LifetimeValueFit Fit { get; init; }

    /// <summary>The mean value per customer; no value, with <see cref="Caveats.AssumptionDoubtful"/>, where the expected spend of a customer is infinite.</summary>
    public required Estimate Mean { get; init; }

    /// <summary>
    /// The mean value per customer of each segment, by number; <see cref="Estimate.None"/> for a segment without customers. With
    /// <see cref="Caveats.LowSampleSize"/> on the fit the values are withheld: null, with the number of customers and the caveat.
    /// </summary>
    public required IReadOnlyList<Estimate> Segments { get; init; }

    /// <summary>The number of resamples.</summary>
    public required int Resamples { get; init; }

    /// <summary>In how many of them a refit failed, so that parameters were drawn from their normal approximation.</summary>
    public required int FailedRefits { get; init; }

    /// <summary>The seed of the random numbers.</summary>
    public required long Seed { get; init; }
}
