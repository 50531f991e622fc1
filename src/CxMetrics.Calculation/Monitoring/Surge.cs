namespace CxMetrics.Calculation.Monitoring;

/// <summary>How surprisingly high a count is against a baseline.</summary>
public readonly record struct Surge
{
    /// <summary>The count of the current period.</summary>
    public required long Count { get; init; }

    /// <summary>The count the baseline leads to expect, by its predictive distribution.</summary>
    public required double Expected { get; init; }

    /// <summary>
    /// The one-sided p-value: the predictive probability of a count as high or higher. 1 for a count of 0. Where many series are watched,
    /// adjust the p-values of a run for their number before raising an alarm.
    /// </summary>
    public required double PValue { get; init; }

    /// <summary>The upper end of the central prediction interval: the least count that is exceeded with at most half of 1 − level.</summary>
    public required long UpperLimit { get; init; }

    /// <summary>
    /// The current rate over the baseline's. Value null where the baseline saw nothing; the interval then too. The sample size is the number
    /// of events, for shares the number of trials, of both.
    /// </summary>
    public required Estimate Ratio { get; init; }

    /// <summary>
    /// The variance of the baseline counts over that of Poisson counts, at least 1; null where the baseline is one count or a share, which
    /// cannot show it.
    /// </summary>
    public double? Dispersion { get; init; }
}
