using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class RatingProperties
{
    private static readonly MeanIntervalMethod[] Methods = Enum.GetValues<MeanIntervalMethod>();

    [Test]
    public void MeanRating_AnyInput_HoldsTheValueWithinTheScale() =>
        ForAll(
            Generators.Distributions(),
            Generators.Levels(),
            (answers, level) =>
            {
                foreach (MeanIntervalMethod method in Methods)
                {
                    Estimate mean = MeanRating.FromDistribution(answers, level.Value, method);
                    mean.ShouldBeSound(answers.Scale.Minimum, answers.Scale.Maximum, level.Value);
                }
            }
        );

    [Test]
    public void MeanRating_Always_HasAWidth() =>
        ForAll(
            Generators.Distributions(),
            answers =>
            {
                if (answers.Total == 0)
                {
                    return;
                }

                foreach (MeanIntervalMethod method in Methods)
                {
                    ConfidenceInterval interval = MeanRating.FromDistribution(answers, method: method).Interval!.Value;
                    interval.MarginOfError.Should().BePositive();
                }
            }
        );

    [Test]
    public void MeanRating_HigherLevel_WidensTheInterval() =>
        ForAll(
            Generators.Distributions(),
            Generators.Levels(),
            Generators.Levels(),
            (answers, one, other) =>
            {
                if (answers.Total == 0)
                {
                    return;
                }

                foreach (MeanIntervalMethod method in Methods)
                {
                    Estimate narrow = MeanRating.FromDistribution(answers, Math.Min(one.Value, other.Value), method);
                    Estimate wide = MeanRating.FromDistribution(answers, Math.Max(one.Value, other.Value), method);
                    wide.Interval!.Value.ShouldHold(narrow.Interval!.Value);
                }
            }
        );

    [Test]
    public void Shares_AnyInput_AreSound() =>
        ForAll(
            Generators.Distributions(),
            Generators.Levels(),
            (answers, level) =>
            {
                CustomerSatisfaction.TopBox(answers, null, level.Value).ShouldBeSound(0, 1, level.Value);
                CustomerEffortScore.ShareAgreeing(answers, level.Value).ShouldBeSound(0, 1, level.Value);
                CustomerEffortScore.NetEase(answers, level.Value).ShouldBeSound(-1, 1, level.Value);
            }
        );

    [Test]
    public void Metrics_OnAMirroredScale_AreTheSame() =>
        ForAll(
            Generators.Distributions(),
            answers =>
            {
                RatingScale scale = answers.Scale;
                ScaleDirection direction =
                    scale.Direction == ScaleDirection.HigherIsBetter
                        ? ScaleDirection.LowerIsBetter
                        : ScaleDirection.HigherIsBetter;
                RatingDistribution mirrored = new(
                    new RatingScale(scale.Minimum, scale.Maximum, direction),
                    answers.Counts.ToArray().Reverse().ToArray()
                );

                CustomerSatisfaction.TopBox(mirrored).Should().Be(CustomerSatisfaction.TopBox(answers));
                CustomerEffortScore.ShareAgreeing(mirrored).Should().Be(CustomerEffortScore.ShareAgreeing(answers));
                CustomerEffortScore.NetEase(mirrored).Should().Be(CustomerEffortScore.NetEase(answers));
            }
        );

    [Test]
    public void Addition_OfDistributions_AddsCountsAndBands() =>
        ForAll(
            Generators.Distributions(),
            one =>
            {
                RatingDistribution sum = one + one;
                sum.Total.Should().Be(2 * one.Total);
                NetEaseBands bands = NetEaseBands.FromDistribution(one);
                NetEaseBands.FromDistribution(sum).Should().Be(bands + bands);
                (bands.Easy + bands.Neutral + bands.Difficult).Should().Be(one.Total);
            }
        );

    [Test]
    public void Mean_OfTheExpandedScores_IsTheMeanOfTheDistribution() =>
        ForAll(
            Generators.Distributions(),
            answers =>
            {
                if (answers.Total is 0 or > 20_000)
                {
                    return;
                }

                double[] scores =
                [
                    .. Enumerable
                        .Range(answers.Scale.Minimum, answers.Scale.Points)
                        .SelectMany(score => Enumerable.Repeat((double)score, (int)answers[score])),
                ];
                Estimate expanded = Mean.FromValues(scores);
                answers.Mean.Should().BeApproximately(expanded.Value!.Value, 1e-12);
                answers.Median.Should().Be((scores[(scores.Length - 1) / 2] + scores[scores.Length / 2]) / 2);
                Estimate mean = MeanRating.FromDistribution(answers, method: MeanIntervalMethod.StudentT);
                (mean.StandardError ?? -1).Should().BeApproximately(expanded.StandardError ?? -1, 1e-12);
            }
        );
}
