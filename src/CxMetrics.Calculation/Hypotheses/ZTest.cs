using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Hypotheses;

/// <summary>The test of an estimate against a value by the standard normal distribution.</summary>
public static class ZTest
{
    /// <summary>The two-sided p-value of the hypothesis that the true value is <paramref name="hypothesis"/>.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error, 0 or more, in the same unit.</param>
    /// <param name="hypothesis">The value it is tested against.</param>
    /// <returns>P(|Z| ≥ |estimate − hypothesis| / standard error), from 0 to 1; null where the standard error is 0, since all answers agree.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The standard error is negative or NaN, or another number is not finite.</exception>
    public static double? TwoSidedPValue(double estimate, double standardError, double hypothesis = 0)
    {
        FiniteNumbers.ThrowIfNotFinite([estimate], nameof(estimate));
        FiniteNumbers.ThrowIfNotFinite([hypothesis], nameof(hypothesis));
        FiniteNumbers.ThrowIfNotANumberOrNegative(standardError, nameof(standardError));
        return standardError > 0 ? StandardNormal.TwoSidedTail((estimate - hypothesis) / standardError) : null;
    }
}
