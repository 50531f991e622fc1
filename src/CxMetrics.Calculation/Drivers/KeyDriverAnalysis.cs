namespace CxMetrics.Calculation.Drivers;

/// <summary>A linear regression of an outcome on its drivers, and its R² split among them.</summary>
public sealed record KeyDriverAnalysis
{
    /// <summary>The number of complete rows, n.</summary>
    public required long SampleSize { get; init; }

    /// <summary>The number of rows left out because a number was missing.</summary>
    public required long DroppedRows { get; init; }

    /// <summary>The share of the outcome's variance that goes with the drivers together, 0 to 1.</summary>
    public required Estimate RSquared { get; init; }

    /// <summary>
    /// 1 − (1 − R²)(n − 1)/(n − k − 1): what is left of R² after the share that k drivers get by chance. Can be negative.
    /// </summary>
    public required double AdjustedRSquared { get; init; }

    /// <summary>
    /// The standard deviation of what the drivers do not explain, n − k − 1 degrees of freedom, in the unit of the outcome.
    /// </summary>
    public required double ResidualStandardDeviation { get; init; }

    /// <summary>The intercept: the outcome where every driver is 0.</summary>
    public required RegressionCoefficient Intercept { get; init; }

    /// <summary>The drivers, in the order they were given.</summary>
    public required IReadOnlyList<KeyDriver> Drivers { get; init; }

    /// <summary>How R² was split.</summary>
    public required ImportanceMethod Method { get; init; }

    /// <summary>How many times the rows were resampled.</summary>
    public required int Resamples { get; init; }

    /// <summary>
    /// How many of the resamples could not be fitted, since a column did not vary in them or drivers were collinear; they are left out.
    /// </summary>
    public required int FailedResamples { get; init; }

    /// <summary>The seed of the resampling: the same seed and table give the same numbers.</summary>
    public required long Seed { get; init; }

    /// <summary>
    /// <see cref="Caveats.LowSampleSize"/> for fewer than 50 + 8k rows (Green 1991, Multivariate Behavioral Research 26, 499-510);
    /// <see cref="Caveats.AssumptionDoubtful"/> where the outcome takes two values only, which contradicts the equal variances that the
    /// standard errors of the coefficients suppose, or where more than one resample in twenty could not be fitted.
    /// </summary>
    public required Caveats Caveats { get; init; }
}
