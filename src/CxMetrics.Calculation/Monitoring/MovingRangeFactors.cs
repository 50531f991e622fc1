namespace CxMetrics.Calculation.Monitoring;

/// <summary>What to multiply a mean moving range by.</summary>
/// <param name="Sigma">For the standard deviation of single values, 1/d₂.</param>
/// <param name="UpperRange">For the upper limit of moving ranges, 1 + 3 d₃/d₂.</param>
internal readonly record struct MovingRangeFactors(double Sigma, double UpperRange)
{
    /// <summary>Exact for the absolute difference of two normal values: mean 2σ/√π, standard deviation σ√(2 − 4/π).</summary>
    public static MovingRangeFactors Exact { get; } =
        FromConstants(2 / Math.Sqrt(Math.PI), Math.Sqrt(2 - (4 / Math.PI)));

    public static MovingRangeFactors Of(MovingRangeConstants constants) =>
        constants switch
        {
            MovingRangeConstants.Exact => Exact,
            MovingRangeConstants.Table => FromConstants(1.128, 0.853),
            MovingRangeConstants.Rounded => new MovingRangeFactors(2.66 / 3, 3.267),
            _ => throw new ArgumentOutOfRangeException(nameof(constants), constants, "Unknown constants."),
        };

    private static MovingRangeFactors FromConstants(double d2, double d3) => new(1 / d2, 1 + (3 * d3 / d2));
}
