using CxMetrics.Calculation.Health;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Health;

public sealed class BrierScoreTests
{
    [Test]
    public void FromForecasts_TwoGroups_SplitsAsMurphyDoes()
    {
        // Two forecasts of 0.2 (none came) and two of 0.7 (one came).
        BrierScore brier = BrierScore.FromForecasts([0.2, 0.2, 0.7, 0.7], [false, false, true, false]);
        brier.Score.Value.Should().BeApproximately((0.04 + 0.04 + 0.09 + 0.49) / 4, 1e-15);
        brier.Reliability.Should().BeApproximately(0.04, 1e-15);
        brier.Resolution.Should().BeApproximately(0.0625, 1e-15);
        brier.Uncertainty.Should().Be(0.1875);
        brier.WithinGroups.Should().BeApproximately(0, 1e-15);
        brier.Skill.Should().BeApproximately(1 - (0.165 / 0.1875), 1e-14);
        brier.Score.Interval!.Value.Method.Should().Be("t");
        brier.Score.Interval.Value.Lower.Should().Be(0);
    }

    [Test]
    public void FromForecasts_Nothing_HasNoValue()
    {
        BrierScore brier = BrierScore.FromForecasts([], []);
        brier.Score.Should().Be(Estimate.None);
        brier.Reliability.Should().BeNull();
        brier.Skill.Should().BeNull();
    }

    [Test]
    public void FromForecasts_ErrorsThatDifferByRounding_HaveNoIntervalOfNoWidth()
    {
        Estimate score = BrierScore.FromForecasts([0.3, 0.7, 0.3, 0.7], [false, true, false, true]).Score;
        score.Value.Should().BeApproximately(0.09, 1e-15);
        score.StandardError.Should().Be(0);
        score.Interval.Should().BeNull();
    }

    [Test]
    public void FromForecasts_OutcomesAllTheSame_HasNoSkill()
    {
        BrierScore brier = BrierScore.FromForecasts([0.1, 0.3], [false, false]);
        brier.Score.Value.Should().BeApproximately(0.05, 1e-15);
        brier.Uncertainty.Should().Be(0);
        brier.Skill.Should().BeNull();
    }

    [Test]
    public void FromForecasts_ForecastsOfEachGroupTheSame_AddsUpWithoutARest() =>
        ForAll(
            Cases(Gen.Choose(0, 9).Select(x => (x / 10.0) + 0.05)),
            cases =>
            {
                BrierScore brier = Score(cases);
                if (cases.Length > 0)
                {
                    brier.WithinGroups.Should().BeApproximately(0, 1e-14);
                    (brier.Reliability!.Value - brier.Resolution!.Value + brier.Uncertainty!.Value)
                        .Should()
                        .BeApproximately(brier.Score.Value!.Value, 1e-14);
                }
            }
        );

    [Test]
    public void FromForecasts_AnyForecasts_AddsUp() =>
        ForAll(
            Cases(Gen.Choose(0, 1000).Select(x => x / 1000.0)),
            cases =>
            {
                BrierScore brier = Score(cases);
                if (cases.Length > 0)
                {
                    double sum =
                        brier.Reliability!.Value
                        - brier.Resolution!.Value
                        + brier.Uncertainty!.Value
                        + brier.WithinGroups!.Value;
                    sum.Should().BeApproximately(brier.Score.Value!.Value, 1e-14);
                    brier.Reliability.Should().BeGreaterThanOrEqualTo(0);
                    brier.Resolution.Should().BeInRange(0, brier.Uncertainty.Value + 1e-14);
                }
            }
        );

    [Test]
    public void FromForecasts_ImpossibleArguments_AreRefused()
    {
        Action length = () => BrierScore.FromForecasts([0.1], []);
        Action low = () => BrierScore.FromForecasts([-0.1], [true]);
        Action nan = () => BrierScore.FromForecasts([double.NaN], [true]);
        Action groups = () => BrierScore.FromForecasts([0.1], [true], groups: 0);
        Action manyGroups = () => BrierScore.FromForecasts([0.1], [true], groups: int.MaxValue);
        Action level = () => BrierScore.FromForecasts([0.1], [true], level: 1);
        length.Should().Throw<ArgumentException>().WithParameterName("outcomes");
        low.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("probabilities");
        nan.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("probabilities");
        groups.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("groups");
        manyGroups.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("groups");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    private static BrierScore Score((double Probability, bool Outcome)[] cases) =>
        BrierScore.FromForecasts([.. cases.Select(item => item.Probability)], [.. cases.Select(item => item.Outcome)]);

    private static Arbitrary<(double Probability, bool Outcome)[]> Cases(Gen<double> probability) =>
        Gen.ArrayOf(from forecast in probability from outcome in Gen.Elements(true, false) select (forecast, outcome))
            .ToArbitrary();
}
