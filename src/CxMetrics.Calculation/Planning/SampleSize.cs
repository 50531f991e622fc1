using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Planning;

/// <summary>How many answers a plan needs, by the normal approximation.</summary>
/// <remarks>
/// The formulas take the variance of an answer as known and the estimate as normal. Below some 30 answers the real intervals are wider, so
/// plan a few more. Sources: Cochran (1977), Sampling Techniques, 3rd edition, chapter 4; Lachin (1981), Controlled Clinical Trials 2,
/// 93-113.
/// </remarks>
public static class SampleSize
{
    /// <summary>The answers after which an estimate has a wanted margin of error: z²v/m².</summary>
    /// <param name="variance">How much an answer varies.</param>
    /// <param name="margin">The wanted half-width, above 0, in the unit of the metric.</param>
    /// <param name="level">The two-sided confidence level.</param>
    /// <param name="population">
    /// How many customers there are, at least one, if the question is about exactly these and no answer counts twice: n/(1 + (n −
    /// 1)/population). Null if it is about the process that made them.
    /// </param>
    /// <returns>The number of answers, never more than the population; 0 where an answer does not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The margin is not finite and above 0 or so small that more than <see cref="long.MaxValue"/> answers are needed, the level is not strictly between 0 and 1, or the population is not above 0.</exception>
    public static RequiredAnswers ForMargin(
        AnswerVariance variance,
        double margin,
        double level = ConfidenceLevel.Default,
        long? population = null
    )
    {
        PlanArguments.ThrowIfNotPositive(margin, nameof(margin));
        ConfidenceLevel.ThrowIfInvalid(level);
        if (population is <= 0)
        {
            throw new ArgumentOutOfRangeException(nameof(population), population, "A population is above 0.");
        }

        double answers = Answers(variance.Value, StandardNormal.TwoSidedQuantile(level) / margin);
        return PlanArguments.RoundUp(population is { } all ? OutOf(answers, all) : answers, margin, nameof(margin));
    }

    /// <summary>
    /// The answers per period after which a true change of a given size is found, up or down as it is, with a wanted chance: (z + z of the
    /// power)²(v₁ + v₂)/change².
    /// </summary>
    /// <param name="first">How much an answer of the first period varies.</param>
    /// <param name="second">How much an answer of the second period varies.</param>
    /// <param name="change">The change, not 0, in the unit of the metric; its sign does not matter.</param>
    /// <param name="level">The two-sided confidence level of the comparison.</param>
    /// <param name="power">The chance of finding the change, above half of 1 − level and below 1.</param>
    /// <returns>The number of answers in each period; 0 where answers do not vary.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The change is 0, not finite or so small that more than <see cref="long.MaxValue"/> answers are needed, the level is not strictly between 0 and 1, or the power is not above half of 1 − level and below 1.</exception>
    public static RequiredAnswers ForChange(
        AnswerVariance first,
        AnswerVariance second,
        double change,
        double level = ConfidenceLevel.Default,
        double power = Power.Default
    )
    {
        PlanArguments.ThrowIfNotPositive(Math.Abs(change), nameof(change));
        return PlanArguments.RoundUp(ExactForChange(first, second, change, level, power), change, nameof(change));
    }

    /// <summary>The same before rounding up, for a change that is not 0.</summary>
    internal static double ExactForChange(
        AnswerVariance first,
        AnswerVariance second,
        double change,
        double level,
        double power
    ) => Answers(first.Value + second.Value, PlanArguments.StandardErrors(level, power) / change);

    // n/(1 + (n − 1)/N) written so that neither a huge n nor n = 0 with N = 1 is a division of infinities or zeros.
    private static double OutOf(double answers, double population) =>
        answers > 0 ? population / (1 + ((population - 1) / answers)) : 0;

    // Without variance no answer is needed, however small the margin.
    private static double Answers(double variance, double errorsPerUnit) =>
        variance > 0 ? variance * errorsPerUnit * errorsPerUnit : 0;
}
