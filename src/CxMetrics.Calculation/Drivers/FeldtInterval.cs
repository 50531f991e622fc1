using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Feldt's interval for Cronbach's alpha.</summary>
/// <remarks>
/// (1 − α)/(1 − α̂) has the F distribution with n − 1 and (n − 1)(k − 1) degrees of freedom when items and respondents are drawn from
/// normal populations and items are essentially parallel: limits 1 − (1 − α̂) F at 1 − (1 − level)/2 and at (1 − level)/2. Source: Feldt
/// (1965), Psychometrika 30, 357-370. The quantiles of F come from those of the beta distribution on the log-odds scale.
/// </remarks>
public static class FeldtInterval
{
    /// <summary>The interval.</summary>
    /// <param name="alpha">The observed alpha, at most 1; 1 gives an interval of no width.</param>
    /// <param name="items">The number of items, k, at least 2.</param>
    /// <param name="respondents">The number of respondents, n, at least 2.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">Alpha exceeds 1 or is not finite, there are fewer than two items or respondents, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromAlpha(
        double alpha,
        int items,
        long respondents,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ArgumentOutOfRangeException.ThrowIfLessThan(items, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(respondents, 2);
        if (!(alpha <= 1 && double.IsFinite(alpha)))
        {
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "Alpha is at most 1.");
        }

        double first = respondents - 1;
        double second = first * (items - 1);
        return new IntervalLimits(
            1 - ((1 - alpha) * FisherQuantile(first, second, level, upperTail: true)),
            1 - ((1 - alpha) * FisherQuantile(first, second, level, upperTail: false))
        );
    }

    // F is second/first times the odds of a beta variable with half the degrees of freedom as shapes.
    private static double FisherQuantile(double first, double second, double level, bool upperTail)
    {
        double start = Math.Log(first / second);
        double logOdds = BetaDistribution.LogOddsQuantile(first / 2, second / 2, (1 - level) / 2, upperTail, start);
        return second / first * Math.Exp(logOdds);
    }
}
