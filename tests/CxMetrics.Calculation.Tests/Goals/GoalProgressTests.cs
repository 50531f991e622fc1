using CxMetrics.Calculation.Goals;
using CxMetrics.Calculation.Tests.Properties;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Goals;

public sealed class GoalProgressTests
{
    [Test]
    public void FromEstimate_ATargetOnALimit_HasTheProbabilityOfTheLevel()
    {
        Estimate score = NetPromoterScore.FromBands(new NetPromoterBands(6, 13, 32));
        Probability(score, score.Interval!.Value.Lower).Should().BeApproximately(0.975, 1e-14);
        Probability(score, score.Interval.Value.Upper).Should().BeApproximately(0.025, 1e-14);
        Probability(score, score.Value!.Value).Should().BeApproximately(0.5, 1e-15);
    }

    [Test]
    public void FromEstimate_WithoutAnInterval_UsesTheStandardError()
    {
        Estimate estimate = Of(value: 10, standardError: 2);
        Probability(estimate, 12).Should().BeApproximately(0.158655253931457, 1e-14);
    }

    [TestCase(2, GoalStatus.Met)]
    [TestCase(1, GoalStatus.Likely)]
    [TestCase(0, GoalStatus.Uncertain)]
    [TestCase(-0.84, GoalStatus.Uncertain)]
    [TestCase(-0.85, GoalStatus.Unlikely)]
    [TestCase(-3, GoalStatus.Unlikely)]
    public void FromEstimate_BeforeTheDate_IsNeverMissed(double standardErrorsAhead, GoalStatus status) =>
        GoalProgress.FromEstimate(Of(100 + standardErrorsAhead, 1), 100).Status.Should().Be(status);

    [TestCase(2, GoalStatus.Met)]
    [TestCase(-1.6, GoalStatus.Unlikely)]
    [TestCase(-1.7, GoalStatus.Missed)]
    public void FromEstimate_AtTheDate_CanBeMissed(double standardErrorsAhead, GoalStatus status) =>
        GoalProgress.FromEstimate(Of(100 + standardErrorsAhead, 1), 100, isDue: true).Status.Should().Be(status);

    [Test]
    public void FromEstimate_AllAnswersAtTheTarget_IsNotCertain()
    {
        Probability(Proportion.FromCounts(5, 5), 1).Should().BeApproximately(0.5, 1e-15);
        GoalProgress
            .FromEstimate(Proportion.FromCounts(0, 5), 0, direction: ScaleDirection.LowerIsBetter)
            .Probability.Should()
            .BeApproximately(0.5, 1e-15);
    }

    [Test]
    public void FromEstimate_ATargetBeyondTheRange_IsCertain()
    {
        Probability(Proportion.FromCounts(5, 5), 1.1).Should().Be(0);
        Probability(Proportion.FromCounts(0, 5), 0).Should().Be(1);
    }

    [Test]
    public void FromEstimate_NoValueOrNoUncertainty_HasNoStatus()
    {
        GoalProgress.FromEstimate(Estimate.None, 5).Should().Be(new GoalProgress(null, null));
        GoalProgress.FromEstimate(Mean.FromValues([3, 3]), 2).Should().Be(new GoalProgress(null, null));
        GoalProgress.FromEstimate(Mean.FromValues([3]), 2).Should().Be(new GoalProgress(null, null));
    }

    [Test]
    public void FromEstimate_AnyShare_ReachingAndNotReachingAddUp() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                Estimate share = Proportion.FromCounts(counts.Successes, counts.Trials);
                GoalProgress above = GoalProgress.FromEstimate(share, level.Value);
                GoalProgress below = GoalProgress.FromEstimate(
                    share,
                    level.Value,
                    direction: ScaleDirection.LowerIsBetter
                );
                if (counts.Trials > 0)
                {
                    (above.Probability!.Value + below.Probability!.Value).Should().BeApproximately(1, 1e-12);
                }
            }
        );

    [Test]
    public void FromEstimate_AnImpossibleTarget_IsRefused()
    {
        Action act = () => GoalProgress.FromEstimate(Estimate.None, double.NaN);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("target");
    }

    [Test]
    public void FromEstimate_AnUnknownDirection_IsRefused()
    {
        Action act = () => GoalProgress.FromEstimate(Of(1, 1), 2, direction: (ScaleDirection)2);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("direction");
    }

    private static double Probability(Estimate estimate, double target) =>
        GoalProgress.FromEstimate(estimate, target).Probability!.Value;

    private static Estimate Of(double value, double standardError) =>
        new()
        {
            Value = value,
            StandardError = standardError,
            Interval = null,
            SampleSize = 30,
        };
}
