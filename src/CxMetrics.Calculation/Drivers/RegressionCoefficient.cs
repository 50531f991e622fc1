namespace CxMetrics.Calculation.Drivers;

/// <summary>A coefficient of a linear regression with its uncertainty and its test against 0.</summary>
public readonly record struct RegressionCoefficient
{
    /// <summary>
    /// The change of the outcome that goes with one more unit of the driver while the other drivers stay: an association, not an effect.
    /// With Student's t interval; where the drivers give the outcome exactly the standard error is 0 and the interval null.
    /// </summary>
    public required Estimate Estimate { get; init; }

    /// <summary>Coefficient over standard error; null where that is 0.</summary>
    public required double? StudentT { get; init; }

    /// <summary>The two-sided p-value of a coefficient of 0; null where <see cref="StudentT"/> is.</summary>
    public required double? PValue { get; init; }
}
