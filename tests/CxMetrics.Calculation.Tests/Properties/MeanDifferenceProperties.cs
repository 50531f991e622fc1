using CxMetrics.Calculation.Comparisons;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class MeanDifferenceProperties
{
    private static readonly MeanDifferenceMethod[] Methods = Enum.GetValues<MeanDifferenceMethod>();

    [Test]
    public void FromDistributions_AnyInput_HoldsTheDifferenceAndHasAWidth() =>
        ForAll(
            Generators.Distributions(),
            Generators.Levels(),
            (answers, level) =>
            {
                RatingDistribution turned = new(answers.Scale, answers.Counts.ToArray().Reverse().ToArray());
                foreach (MeanDifferenceMethod method in Methods)
                {
                    DifferenceEstimate difference = MeanDifference.FromDistributions(
                        answers,
                        turned,
                        level.Value,
                        method
                    );
                    if (answers.Total == 0)
                    {
                        difference.Value.Should().BeNull();
                        return;
                    }

                    double length = answers.Scale.Points - 1;
                    ConfidenceInterval interval = difference.Interval!.Value;
                    interval.MarginOfError.Should().BePositive();
                    interval.Lower.Should().BeInRange(-length, difference.Value!.Value);
                    interval.Upper.Should().BeInRange(difference.Value.Value, length);
                    difference.PValue.Should().BeInRange(0, 1);
                }
            }
        );

    [Test]
    public void FromDistributions_ZeroOutside_IsWhatThePValueSays() =>
        ForAll(
            Generators.Distributions(),
            Generators.Levels(),
            (answers, level) =>
            {
                if (answers.Total == 0)
                {
                    return;
                }

                RatingDistribution turned = new(answers.Scale, answers.Counts.ToArray().Reverse().ToArray());
                foreach (MeanDifferenceMethod method in Methods)
                {
                    DifferenceEstimate difference = MeanDifference.FromDistributions(
                        answers,
                        turned,
                        level.Value,
                        method
                    );
                    ConfidenceInterval interval = difference.Interval!.Value;
                    bool isOutside = interval.Lower > 0 || interval.Upper < 0;
                    (difference.PValue < 1 - level.Value).Should().Be(isOutside);
                }
            }
        );

    [Test]
    public void FromDistributions_SidesSwapped_TurnsTheDifferenceRound() =>
        ForAll(
            Generators.Distributions(),
            Generators.Levels(),
            (answers, level) =>
            {
                if (answers.Total == 0)
                {
                    return;
                }

                RatingDistribution turned = new(answers.Scale, answers.Counts.ToArray().Reverse().ToArray());
                foreach (MeanDifferenceMethod method in Methods)
                {
                    DifferenceEstimate one = MeanDifference.FromDistributions(answers, turned, level.Value, method);
                    DifferenceEstimate other = MeanDifference.FromDistributions(turned, answers, level.Value, method);
                    other.Value.Should().Be(-one.Value!.Value);
                    other.PValue.Should().Be(one.PValue!.Value);
                    other.Interval!.Value.Lower.Should().Be(-one.Interval!.Value.Upper);
                    other.Interval.Value.Upper.Should().Be(-one.Interval.Value.Lower);
                }
            }
        );

    [Test]
    public void FromValues_ScaledByAPowerOfTwo_ScalesExactly() =>
        ForAll(
            Generators.Samples(),
            Generators.Samples(),
            (first, second) =>
            {
                DifferenceEstimate one = MeanDifference.FromValues(first, second);
                DifferenceEstimate other = MeanDifference.FromValues(
                    [.. first.Select(value => -8 * value)],
                    [.. second.Select(value => -8 * value)]
                );
                other.Value.Should().Be(-8 * one.Value);
                other.StandardError.Should().Be(8 * one.StandardError);
                other.PValue.Should().Be(one.PValue);
            }
        );
}
