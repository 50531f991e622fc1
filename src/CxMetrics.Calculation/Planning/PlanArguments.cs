using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Planning;

/// <summary>What plans refuse, and the two quantiles that all plans of a change share.</summary>
internal static class PlanArguments
{
    /// <summary>z of the level plus z of the power: by how many standard errors a change has to exceed 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The level is not strictly between 0 and 1, or the power is not above half of 1 − level and below 1.</exception>
    public static double StandardErrors(double level, double power)
    {
        ConfidenceLevel.ThrowIfInvalid(level);
        if (!(power > (1 - level) / 2 && power < 1))
        {
            throw new ArgumentOutOfRangeException(
                nameof(power),
                power,
                "A power is below 1 and above half of 1 - level, which chance alone gives."
            );
        }

        return StandardNormal.TwoSidedQuantile(level) + StandardNormal.Quantile(power);
    }

    /// <summary>Refuses a number that is not finite and above 0.</summary>
    public static void ThrowIfNotPositive(double number, string name)
    {
        if (!(number > 0 && double.IsFinite(number)))
        {
            throw new ArgumentOutOfRangeException(name, number, "The number is finite and above 0.");
        }
    }

    /// <summary>The answers rounded up; refuses the margin or change that asks for more of them than can be counted.</summary>
    public static RequiredAnswers RoundUp(double answers, double size, string name) =>
        RequiredAnswers.TryRoundUp(answers)
        ?? throw new ArgumentOutOfRangeException(
            name,
            size,
            "To see something as small as this takes more answers than can be counted."
        );

    /// <summary>√(v₁/n₁ + v₂/n₂).</summary>
    /// <exception cref="ArgumentOutOfRangeException">A number of answers is not above 0.</exception>
    public static double StandardError(
        AnswerVariance first,
        AnswerVariance second,
        long firstAnswers,
        long secondAnswers
    )
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(firstAnswers);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(secondAnswers);
        return Math.Sqrt((first.Value / firstAnswers) + (second.Value / secondAnswers));
    }
}
