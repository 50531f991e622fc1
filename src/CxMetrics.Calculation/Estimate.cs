namespace CxMetrics.Calculation;

/// <summary>A value with its uncertainty.</summary>
/// <remarks>
/// With no observations (<see cref="SampleSize"/> 0) there is no value, no standard error and no interval: all three are null, never 0.
/// Where there is an interval it holds the value and stays within the range of the metric. A value type: an interval from counts
/// allocates nothing.
/// </remarks>
public readonly record struct Estimate
{
    /// <summary>The point estimate; null when nothing was counted.</summary>
    public required double? Value { get; init; }

    /// <summary>
    /// The standard error of the value, in its unit; null when it cannot be estimated. 0 when all observations agree: the
    /// interval, not this number, then says how little a few equal answers prove.
    /// </summary>
    public required double? StandardError { get; init; }

    /// <summary>The interval; null when nothing was counted, or when the data say nothing about their spread.</summary>
    public required ConfidenceInterval? Interval { get; init; }

    /// <summary>The number of observations, n.</summary>
    public required long SampleSize { get; init; }

    /// <summary>
    /// How many independent, equally weighted observations would carry the same information; null when the observations are
    /// taken as independent and equally weighted, so that it would be <see cref="SampleSize"/>.
    /// </summary>
    public double? EffectiveSampleSize { get; init; }

    /// <summary>What a reader has to know beside the number; <see cref="Caveats.None"/> when there is nothing.</summary>
    public Caveats Caveats { get; init; }

    /// <summary>The estimate from no observations.</summary>
    public static Estimate None => default;
}
