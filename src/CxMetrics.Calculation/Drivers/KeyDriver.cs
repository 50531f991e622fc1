namespace CxMetrics.Calculation.Drivers;

/// <summary>One driver of an outcome: how much of the outcome's variance goes with it, in which direction, and how well it does.</summary>
/// <remarks><see cref="Importance"/> against <see cref="Performance"/> is the usual plot: important and low comes first.</remarks>
public sealed record KeyDriver
{
    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>Its part of R² by the method of the analysis, from 0 to 1; the parts of all drivers add up to R².</summary>
    /// <remarks>Standard error 0 and no interval where all resamples agree: a single driver that gives the outcome exactly.</remarks>
    public required Estimate Importance { get; init; }

    /// <summary>
    /// Its part as a share of R², from 0 to 1; no value where R² is 0, no interval for a single driver, which has all of it.
    /// </summary>
    public required Estimate Share { get; init; }

    /// <summary>Its coefficient, in units of the outcome per unit of the driver.</summary>
    public required RegressionCoefficient Coefficient { get; init; }

    /// <summary>The coefficient β in standard deviations of the outcome per standard deviation of the driver.</summary>
    public required double StandardizedCoefficient { get; init; }

    /// <summary>Its correlation with the outcome, the other drivers left aside.</summary>
    public required Correlation Correlation { get; init; }

    /// <summary>Its mean, in its own unit.</summary>
    public required Estimate Performance { get; init; }

    /// <summary>1/(1 − R²) of this driver on the others, 1 or more: by how much they inflate the variance of its coefficient.</summary>
    public required double VarianceInflation { get; init; }

    /// <summary>R² of this driver alone: its squared correlation with the outcome.</summary>
    public required double First { get; init; }

    /// <summary>What R² loses without this driver.</summary>
    public required double Last { get; init; }

    /// <summary>β times the correlation with the outcome (Pratt 1987). Adds up to R² as well, but can be negative.</summary>
    public required double Pratt { get; init; }
}
