using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation;

/// <summary>The mean of ratings, in points of their scale.</summary>
/// <remarks>
/// Σx/n with the standard error s/√n, s with divisor n − 1. The default interval is the pseudo-answer interval, Student's t is offered by
/// name; see <see cref="PseudoAnswersInterval"/> for the reason and the coverage of both.
/// </remarks>
public static class MeanRating
{
    /// <summary>The mean with its interval.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// <see cref="Estimate.None"/> for no answers. Otherwise a value in an interval that holds it, lies within the scale and has a width;
    /// the standard error is null for one answer and 0 where all agree. In these two cases t says nothing: the pseudo-answer interval
    /// answers and is named in <see cref="ConfidenceInterval.Method"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromDistribution(
        RatingDistribution distribution,
        double level = ConfidenceLevel.Default,
        MeanIntervalMethod method = MeanIntervalMethod.PseudoAnswers
    )
    {
        ArgumentNullException.ThrowIfNull(distribution);
        ConfidenceLevel.ThrowIfInvalid(level);
        double? error = distribution.StandardDeviation / Math.Sqrt(distribution.Total);
        MeanIntervalMethod used = error > 0 ? method : MeanIntervalMethod.PseudoAnswers;
        _ = method.ToShortName();
        if (distribution.Mean is not { } mean)
        {
            return Estimate.None;
        }

        return new Estimate
        {
            Value = mean,
            StandardError = error,
            Interval = Limits(distribution, mean, error ?? 0, level, used)
                .Containing(mean)
                .ClippedTo(distribution.Scale.Minimum, distribution.Scale.Maximum)
                .ToInterval(level, used.ToShortName()),
            SampleSize = distribution.Total,
        };
    }

    /// <summary>The mean as a percentage of the way from the bad to the good end of the scale, 0 to 100.</summary>
    /// <param name="distribution">The answers.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>As <see cref="FromDistribution"/>: value, standard error and limits in percent.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the method is unknown.</exception>
    /// <remarks>
    /// 100 (mean − min)/(max − min), or 100 (max − mean)/(max − min) where lower is better. The only form in which means of different
    /// scales may stand side by side, and still not a measurement of the same thing.
    /// </remarks>
    public static Estimate PercentOfMaximum(
        RatingDistribution distribution,
        double level = ConfidenceLevel.Default,
        MeanIntervalMethod method = MeanIntervalMethod.PseudoAnswers
    )
    {
        Estimate mean = FromDistribution(distribution, level, method);
        if (mean is not { Value: { } value, Interval: { } interval })
        {
            return Estimate.None;
        }

        RatingScale scale = distribution.Scale;
        double one = scale.PercentOfMaximum(interval.Lower);
        double other = scale.PercentOfMaximum(interval.Upper);
        return mean with
        {
            Value = scale.PercentOfMaximum(value),
            StandardError = 100 * mean.StandardError / (scale.Points - 1),
            Interval = interval with { Lower = Math.Min(one, other), Upper = Math.Max(one, other) },
        };
    }

    private static IntervalLimits Limits(
        RatingDistribution distribution,
        double mean,
        double error,
        double level,
        MeanIntervalMethod method
    ) =>
        method switch
        {
            MeanIntervalMethod.PseudoAnswers => PseudoAnswersInterval.FromDistribution(distribution, level),
            MeanIntervalMethod.StudentT => StudentTInterval.FromStandardError(
                mean,
                error,
                distribution.Total - 1,
                level
            ),
        };
}
