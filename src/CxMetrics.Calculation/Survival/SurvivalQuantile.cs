namespace CxMetrics.Calculation.Survival;

/// <summary>The time by which a share of the subjects has had the event, with its limits. Each may be out of reach of the data.</summary>
/// <remarks>
/// Not an <see cref="Calculation.Estimate"/>, because one limit is often known and the other is not: "at least 31 days, upper limit not
/// reached yet" is an answer.
/// </remarks>
public readonly record struct SurvivalQuantile
{
    /// <summary>The share that has had the event: 0.5 for the median.</summary>
    public required double Probability { get; init; }

    /// <summary>The time, in the unit of the durations; null when the curve does not come down to 1 − <see cref="Probability"/>.</summary>
    public required double? Value { get; init; }

    /// <summary>The lower limit; null when the data do not bound the time from below.</summary>
    public required double? Lower { get; init; }

    /// <summary>The upper limit; null when the data do not bound the time from above.</summary>
    public required double? Upper { get; init; }

    /// <summary>The two-sided confidence level.</summary>
    public required double Level { get; init; }

    /// <summary>The interval method of the survival curve whose limits were inverted, by its short name.</summary>
    public required string Method { get; init; }

    /// <summary>The interval; null unless both limits exist.</summary>
    public ConfidenceInterval? Interval =>
        Lower is { } lower && Upper is { } upper ? new ConfidenceInterval(lower, upper, Level, Method) : null;

    /// <summary>The number of subjects, n.</summary>
    public required long SampleSize { get; init; }

    /// <summary><see cref="Calculation.Caveats.AssumptionDoubtful"/> where the time lies beyond a moment at which nobody was at risk.</summary>
    public Caveats Caveats { get; init; }
}
