namespace CxMetrics.Calculation.Planning;

/// <summary>The smallest true change that a comparison finds with a wanted chance.</summary>
public static class DetectableChange
{
    /// <summary>The change, in the unit of the metric: (z + z of the power)√(v₁/n₁ + v₂/n₂).</summary>
    /// <param name="first">How much an answer of the first period varies.</param>
    /// <param name="second">How much an answer of the second period varies.</param>
    /// <param name="firstAnswers">The answers of the first period, at least one.</param>
    /// <param name="secondAnswers">The answers of the second period, at least one.</param>
    /// <param name="level">The two-sided confidence level of the comparison.</param>
    /// <param name="power">The chance of finding the change, above half of 1 − level and below 1.</param>
    /// <returns>
    /// The size of the change; 0 where answers do not vary. It can exceed what the metric allows: then no change is found with that chance.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException">A number of answers is not above 0, the level is not strictly between 0 and 1, or the power is not above half of 1 − level and below 1.</exception>
    public static double FromAnswers(
        AnswerVariance first,
        AnswerVariance second,
        long firstAnswers,
        long secondAnswers,
        double level = ConfidenceLevel.Default,
        double power = Power.Default
    ) =>
        PlanArguments.StandardErrors(level, power)
        * PlanArguments.StandardError(first, second, firstAnswers, secondAnswers);
}
