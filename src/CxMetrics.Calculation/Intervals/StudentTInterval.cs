using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Intervals;

/// <summary>Student's t interval: estimate ± t standard errors, in the unit of the estimate.</summary>
/// <remarks>
/// Right for means of roughly normal data at any n and for most data from n = 30; too narrow for ratings that pile up at one end, and of
/// no width when all values agree. Source: Student (1908), Biometrika 6, 1-25.
/// </remarks>
public static class StudentTInterval
{
    /// <summary>The interval.</summary>
    /// <param name="estimate">The estimate.</param>
    /// <param name="standardError">Its standard error; 0 gives an interval of no width.</param>
    /// <param name="degreesOfFreedom">Above 0; need not be whole.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <returns>The limits; infinite where the quantile exceeds some 1e150 (degrees of freedom near 0).</returns>
    /// <exception cref="ArgumentOutOfRangeException">The standard error is negative or NaN, the degrees of freedom are not above 0, or the level is not strictly between 0 and 1.</exception>
    public static IntervalLimits FromStandardError(
        double estimate,
        double standardError,
        double degreesOfFreedom,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotANumberOrNegative(standardError, nameof(standardError));
        double margin = standardError > 0 ? Quantile(degreesOfFreedom, level) * standardError : 0;
        return IntervalLimits.Around(estimate, margin);
    }

    /// <summary>The interval with its name; null without spread, and where a limit is beyond the range of a double.</summary>
    internal static ConfidenceInterval? OrNone(
        double estimate,
        double? standardError,
        double degreesOfFreedom,
        double level,
        string method
    )
    {
        if (standardError is not > 0 || !(degreesOfFreedom > 0))
        {
            return null;
        }

        IntervalLimits limits = FromStandardError(estimate, standardError.Value, degreesOfFreedom, level);
        return limits.IsFinite ? limits.ToInterval(level, method) : null;
    }

    /// <summary>The number t of standard errors on each side: P(|T| ≤ t) = level.</summary>
    /// <param name="degreesOfFreedom">Above 0; need not be whole.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degrees of freedom are not above 0, or the level is not strictly between 0 and 1.</exception>
    public static double Quantile(double degreesOfFreedom, double level = ConfidenceLevel.Default)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        if (!(degreesOfFreedom > 0 && double.IsFinite(degreesOfFreedom)))
        {
            throw new ArgumentOutOfRangeException(
                nameof(degreesOfFreedom),
                degreesOfFreedom,
                "Degrees of freedom are above 0."
            );
        }

        return StudentTDistribution.TwoSidedQuantile(level, degreesOfFreedom);
    }
}
