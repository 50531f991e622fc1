using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Health;

/// <summary>The area under the ROC curve: the probability that a case with the outcome scores higher than one without it.</summary>
/// <remarks>
/// 0.5 is what scores without information give, 1 perfect separation; cases that score the same count as half. The same number as the
/// Mann-Whitney statistic over mn, with m cases that have the outcome and n that have not, counted exactly in O(N log N). Standard error:
/// DeLong, DeLong and Clarke-Pearson (1988), Biometrics 44, 837-845. Default interval: <see cref="NewcombeAreaInterval"/>.
/// </remarks>
public static class AreaUnderCurve
{
    /// <summary>The area from scores and what became of each case.</summary>
    /// <param name="scores">The score of each case, finite.</param>
    /// <param name="outcomes">Whether each case had the outcome that high scores should go with.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="method">The interval method.</param>
    /// <returns>
    /// No value where no case, or every case, had the outcome. Otherwise a value in an interval that holds it, lies within 0 to 1 and has a
    /// width: DeLong's has none where the scores separate the cases, or needs two of each kind; there Newcombe's answers and is
    /// named in <see cref="ConfidenceInterval.Method"/>. The standard error is null for a single case of either kind.
    /// </returns>
    /// <exception cref="ArgumentException">There are not as many outcomes as scores.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A score is not finite, the level is not strictly between 0 and 1, or the method is unknown.</exception>
    public static Estimate FromScores(
        ReadOnlySpan<double> scores,
        ReadOnlySpan<bool> outcomes,
        double level = ConfidenceLevel.Default,
        AreaIntervalMethod method = AreaIntervalMethod.Newcombe
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        _ = method.ToShortName();
        FiniteNumbers.ThrowIfNotFinite(scores, nameof(scores));
        if (scores.Length != outcomes.Length)
        {
            throw new ArgumentException(
                $"{scores.Length} scores and {outcomes.Length} outcomes were given.",
                nameof(outcomes)
            );
        }

        ScoreComparison comparison = ScoreComparison.Of(scores, outcomes);
        if (comparison.With == 0 || comparison.Without == 0)
        {
            return Estimate.None with { SampleSize = scores.Length };
        }

        double area = comparison.Area;
        AreaIntervalMethod used = comparison.StandardError > 0 ? method : AreaIntervalMethod.Newcombe;
        IntervalLimits limits = used switch
        {
            AreaIntervalMethod.Newcombe => NewcombeAreaInterval.FromArea(
                area,
                comparison.With,
                comparison.Without,
                level
            ),
            AreaIntervalMethod.DeLong => LogOddsLimits(area, comparison.StandardError.GetValueOrDefault(), level),
        };
        return new Estimate
        {
            Value = area,
            StandardError = comparison.StandardError,
            Interval = limits.Containing(area).ToInterval(level, used.ToShortName()),
            SampleSize = scores.Length,
        };
    }

    // Where the standard error is above 0, so are the area and its complement.
    private static IntervalLimits LogOddsLimits(double area, double error, double level)
    {
        double centre = Math.Log(area / (1 - area));
        double margin = StandardNormal.TwoSidedQuantile(level) * error / (area * (1 - area));
        return new IntervalLimits(1 / (1 + Math.Exp(margin - centre)), 1 / (1 + Math.Exp(-centre - margin)));
    }
}
