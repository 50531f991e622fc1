namespace CxMetrics.Calculation.Survival;

/// <summary>What a survival curve of customers says about retention, in days. Immutable.</summary>
/// <remarks>
/// Retention in the first 90 days is S(90), which uses every customer for as long as it was observed, not a share among those old enough.
/// The same for time to value or resolution time, where the median counts and the shares are those still waiting.
/// </remarks>
public sealed record RetentionSummary
{
    /// <summary>The days at which retention is reported: 30, 90, 180, 365.</summary>
    public static IReadOnlyList<double> Days { get; } = [30, 90, 180, 365];

    /// <summary>The share retained at each of <see cref="Days"/>; without value beyond the observations.</summary>
    public required IReadOnlyList<EstimateAtTime> Retention { get; init; }

    /// <summary>The time by which half are lost; its value is null while more than half are kept.</summary>
    public required SurvivalQuantile Median { get; init; }

    /// <summary>The horizon of <see cref="RestrictedMean"/>, in days.</summary>
    public required double Horizon { get; init; }

    /// <summary>The mean number of days kept within the horizon.</summary>
    public required Estimate RestrictedMean { get; init; }

    /// <summary>The summary of a curve whose times are days.</summary>
    /// <param name="curve">The curve.</param>
    /// <param name="horizon">The horizon of the restricted mean, in days, finite and above 0.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method of the shares and the median.</param>
    /// <exception cref="ArgumentOutOfRangeException">The horizon is not finite and above 0, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static RetentionSummary FromCurve(
        SurvivalCurve curve,
        double horizon = 365,
        double level = ConfidenceLevel.Default,
        SurvivalIntervalMethod method = SurvivalIntervalMethod.LogLog
    )
    {
        ArgumentNullException.ThrowIfNull(curve);
        return new RetentionSummary
        {
            Retention = [.. Days.Select(day => curve.At(day, level, method))],
            Median = curve.Median(level, method),
            Horizon = horizon,
            RestrictedMean = Survival.RestrictedMean.FromCurve(curve, horizon, level),
        };
    }
}
