namespace CxMetrics.Calculation.Revenue;

/// <summary>A value with limits of which one may be missing, because the data do not bound that side.</summary>
/// <remarks>
/// What a reciprocal needs: with no customer lost the expected lifetime has a lower limit, no upper one and no value. Where there is a
/// value, the limits there are hold it.
/// </remarks>
public readonly record struct OpenEstimate
{
    /// <summary>The point estimate; null when nothing was counted, or when it would be infinite.</summary>
    public required double? Value { get; init; }

    /// <summary>The standard error of the value, in its unit; null when it cannot be estimated.</summary>
    public required double? StandardError { get; init; }

    /// <summary>The lower limit; null when nothing was counted, or when the data do not bound the value from below.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper limit; null when nothing was counted, or when the data do not bound the value from above.</summary>
    public required double? Upper { get; init; }

    /// <summary>The two-sided confidence level of the limits.</summary>
    public required double Level { get; init; }

    /// <summary>The method that made the limits, by its short name (<see cref="IntervalMethodNames"/>); null when there are none.</summary>
    public required string? Method { get; init; }

    /// <summary>The number of observations, n.</summary>
    public required long SampleSize { get; init; }

    /// <summary>
    /// How many independent, equally weighted observations would carry the same information; null when the observations are taken as
    /// independent and equally weighted.
    /// </summary>
    public double? EffectiveSampleSize { get; init; }

    /// <summary>What a reader has to know beside the number.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>The interval; null unless both limits exist.</summary>
    public ConfidenceInterval? Interval =>
        Lower is { } lower && Upper is { } upper && Method is not null
            ? new ConfidenceInterval(lower, upper, Level, Method)
            : null;

    /// <summary>The estimate from no observations.</summary>
    public static OpenEstimate None => default;
}
