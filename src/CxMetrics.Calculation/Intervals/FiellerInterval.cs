using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>Fieller's interval for a ratio of two means or sums of the same units.</summary>
/// <remarks>
/// The ratios ρ that a t test of mean(y − ρx) = 0 does not reject. Written about the estimate R = ȳ/x̄ with the residuals e = y − Rx,
/// whose mean is 0: δ = ρ − R solves (1 − t²a)δ² + 2t²bδ − t²s² = 0, where a = var(x̄)/x̄², b = cov(x̄, ē)/x̄² and s is the linearised
/// standard error of R. Nothing cancels, whatever the offset of x and y. Bounded only where x̄ differs from 0 at the level, t²a &lt; 1;
/// then it holds R, and is wider on the side where a smaller denominator would put the ratio. Source: Fieller (1954), JRSS B 16, 175-185.
/// </remarks>
public static class FiellerInterval
{
    /// <summary>The interval.</summary>
    /// <param name="ratio">The estimate, R.</param>
    /// <param name="standardError">Its linearised standard error, s, 0 or more.</param>
    /// <param name="denominatorVariance">The variance of the mean of x over the square of that mean, a, 0 or more.</param>
    /// <param name="residualCovariance">The covariance of the means of x and e over the square of the mean of x, b.</param>
    /// <param name="quantile">How many standard errors the level asks for, t; above 0.</param>
    /// <returns>The limits; null where they are unbounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The standard error or the variance is negative, the quantile is not above 0, or a number is not finite.</exception>
    public static IntervalLimits? FromLinearization(
        double ratio,
        double standardError,
        double denominatorVariance,
        double residualCovariance,
        double quantile
    )
    {
        FiniteNumbers.ThrowIfNotFinite([ratio], nameof(ratio));
        FiniteNumbers.ThrowIfNotFinite([residualCovariance], nameof(residualCovariance));
        FiniteNumbers.ThrowIfNotFiniteOrNegative([standardError], nameof(standardError));
        FiniteNumbers.ThrowIfNotFiniteOrNegative([denominatorVariance], nameof(denominatorVariance));
        FiniteNumbers.ThrowIfNotFiniteOrNotPositive([quantile], nameof(quantile));
        double leading = 1 - (quantile * denominatorVariance * quantile);
        if (!(leading > 0))
        {
            return null;
        }

        // The root with the larger numerator is computed as it stands, the other from their product −t²s²/(1 − t²a).
        double half = quantile * residualCovariance * quantile;
        double margin = quantile * standardError;
        double root = double.Hypot(half, Math.Sqrt(leading) * margin);
        double larger = Math.Abs(half) + root;
        if (!(larger > 0))
        {
            return new IntervalLimits(ratio, ratio);
        }

        double far = larger / leading;
        double near = margin / larger * margin;
        return half > 0 ? new IntervalLimits(ratio - far, ratio + near) : new IntervalLimits(ratio - near, ratio + far);
    }
}
