using CxMetrics.Calculation.Comparisons;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class MeanDifferenceProperties
{
    private static readonly MeanDifferenceMethod[] Methods = Enum.GetValues<MeanDifferenceMethod>();

    [Test]
    public void FromDistributions_AnyInput_HoldsTheDifferenceAndHasAWidth() =>
        ForAllDifferences(
            (first, second, level, method) =>
            {
                double length = first.Scale.Points - 1;
                DifferenceEstimate difference = MeanDifference.FromDistributions(first, second, level, method);
                ConfidenceInterval interval = difference.Interval!.Value;
                interval.MarginOfError.Should().BePositive();
                interval.Lower.Should().BeInRange(-length, difference.Value!.Value);
                interval.Upper.Should().BeInRange(difference.Value.Value, length);
                difference.PValue.Should().BeInRange(0, 1);
            }
        );

    [Test]
    public void FromDistributions_ZeroOutside_IsWhatThePValueSays() =>
        ForAllDifferences(
            (first, second, level, method) =>
            {
                DifferenceEstimate difference = MeanDifference.FromDistributions(first, second, level, method);
                ConfidenceInterval interval = difference.Interval!.Value;
                (difference.PValue < 1 - level).Should().Be(interval.Lower > 0 || interval.Upper < 0);
            }
        );

    [Test]
    public void FromDistributions_SidesSwapped_TurnsTheDifferenceRound() =>
        ForAllDifferences(
            (one, other, level, method) =>
            {
                DifferenceEstimate there = MeanDifference.FromDistributions(one, other, level, method);
                DifferenceEstimate back = MeanDifference.FromDistributions(other, one, level, method);
                back.Value.Should().Be(-there.Value!.Value);
                back.PValue.Should().Be(there.PValue!.Value);
                back.Interval!.Value.Lower.Should().Be(-there.Interval!.Value.Upper);
                back.Interval.Value.Upper.Should().Be(-there.Interval.Value.Lower);
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

    private static void ForAllDifferences(
        Action<RatingDistribution, RatingDistribution, double, MeanDifferenceMethod> property
    ) =>
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
                    property(answers, turned, level.Value, method);
                }
            }
        );
}
