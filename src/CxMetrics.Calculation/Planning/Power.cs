using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Planning;

/// <summary>The chance that a comparison finds a change that is there.</summary>
public static class Power
{
    /// <summary>0.8, the power of every plan that does not ask for another.</summary>
    public const double Default = 0.8;

    /// <summary>The chance that the interval of the difference lies wholly on the side of a true change.</summary>
    /// <param name="first">How much an answer of the first period varies.</param>
    /// <param name="second">How much an answer of the second period varies.</param>
    /// <param name="firstAnswers">The answers of the first period, at least one.</param>
    /// <param name="secondAnswers">The answers of the second period, at least one.</param>
    /// <param name="change">The true change, finite, in the unit of the metric; its sign does not matter.</param>
    /// <param name="level">The two-sided confidence level of the comparison.</param>
    /// <returns>
    /// Φ(|change|/√(v₁/n₁ + v₂/n₂) − z): half of 1 − level for no change, 1 for any change where answers do not vary. The inverse of
    /// <see cref="SampleSize.ForChange"/> and <see cref="DetectableChange.FromAnswers"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of answers is not above 0, the change is not finite, or the level is not strictly between 0 and 1.</exception>
    public static double FromAnswers(
        AnswerVariance first,
        AnswerVariance second,
        long firstAnswers,
        long secondAnswers,
        double change,
        double level = ConfidenceLevel.Default
    )
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        FiniteNumbers.ThrowIfNotFinite([change], nameof(change));
        double size = Math.Abs(change);
        double error = PlanArguments.StandardError(first, second, firstAnswers, secondAnswers);
        double errors = size > 0 ? size / error : 0;
        return StandardNormal.LowerTail(errors - StandardNormal.TwoSidedQuantile(level));
    }
}
