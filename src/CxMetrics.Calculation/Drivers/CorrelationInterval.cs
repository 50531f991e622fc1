using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Drivers;

/// <summary>Intervals of correlation coefficients on Fisher's scale: tanh(atanh(c) ± z s).</summary>
/// <remarks>
/// The transformation makes the spread of a coefficient nearly free of its size and keeps the limits within −1 to 1. They differ in s:
/// Pearson 1/√(n − 3) (Fisher 1921, Metron 1, 3-32), Spearman √((1 + ρ²/2)/(n − 3)) (Bonett and Wright 2000, Psychometrika 65, 23-28),
/// Kendall √(0.437/(n − 4)) (Fieller, Hartley and Pearson 1957, Biometrika 44, 470-481, kept by Bonett and Wright 2000). The first supposes
/// bivariate normal pairs; the last two are for few ties, and Kendall's for |τ| below 0.8. A coefficient of ±1 has limits of no width.
/// </remarks>
public static class CorrelationInterval
{
    private const int FewestPairs = 4;
    private const int FewestPairsForKendall = 5;
    private const double KendallVariance = 0.437;

    /// <summary>Fisher's limits of Pearson's r.</summary>
    /// <param name="coefficient">r, from −1 to 1.</param>
    /// <param name="pairs">The number of pairs, n.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The limits, within −1 to 1; null for fewer than 4 pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The coefficient is not from −1 to 1, the number of pairs is negative, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits? Fisher(double coefficient, long pairs, double level = ConfidenceLevel.Default)
    {
        ThrowIfInvalid(coefficient, pairs, level);
        return Limits(coefficient, FisherError(pairs), level);
    }

    /// <summary>Bonett and Wright's limits of Spearman's ρ.</summary>
    /// <param name="coefficient">ρ, from −1 to 1.</param>
    /// <param name="pairs">The number of pairs, n.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The limits, within −1 to 1; null for fewer than 4 pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The coefficient is not from −1 to 1, the number of pairs is negative, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits? BonettWright(double coefficient, long pairs, double level = ConfidenceLevel.Default)
    {
        ThrowIfInvalid(coefficient, pairs, level);
        return Limits(coefficient, BonettWrightError(coefficient, pairs), level);
    }

    /// <summary>The limits of Fieller, Hartley and Pearson for Kendall's τ.</summary>
    /// <param name="coefficient">τ, from −1 to 1.</param>
    /// <param name="pairs">The number of pairs, n.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The limits, within −1 to 1; null for fewer than 5 pairs.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The coefficient is not from −1 to 1, the number of pairs is negative, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits? Kendall(double coefficient, long pairs, double level = ConfidenceLevel.Default)
    {
        ThrowIfInvalid(coefficient, pairs, level);
        return Limits(coefficient, KendallError(pairs), level);
    }

    internal static double? FisherError(long pairs) => pairs < FewestPairs ? null : 1 / Math.Sqrt(pairs - 3);

    internal static double? BonettWrightError(double coefficient, long pairs) =>
        pairs < FewestPairs ? null : Math.Sqrt((1 + (coefficient * coefficient / 2)) / (pairs - 3));

    internal static double? KendallError(long pairs) =>
        pairs < FewestPairsForKendall ? null : Math.Sqrt(KendallVariance / (pairs - 4));

    internal static IntervalLimits FromTransformed(double coefficient, double transformedError, double level)
    {
        double centre = Math.Atanh(coefficient);
        double margin = StandardNormal.TwoSidedQuantile(level) * transformedError;
        return new IntervalLimits(Math.Tanh(centre - margin), Math.Tanh(centre + margin));
    }

    private static IntervalLimits? Limits(double coefficient, double? transformedError, double level) =>
        transformedError is { } error ? FromTransformed(coefficient, error, level) : null;

    private static void ThrowIfInvalid(double coefficient, long pairs, double level)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        ArgumentOutOfRangeException.ThrowIfNegative(pairs);
        if (!(Math.Abs(coefficient) <= 1))
        {
            throw new ArgumentOutOfRangeException(nameof(coefficient), coefficient, "A correlation is from -1 to 1.");
        }
    }
}
