using CxMetrics.Calculation.Health;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Health;

public sealed class AreaUnderCurveTests
{
    private static readonly AreaIntervalMethod[] Methods = Enum.GetValues<AreaIntervalMethod>();

    [Test]
    public void FromScores_TiesAndBothKinds_IsTheShareOfComparisonsWon()
    {
        // With: 1 and 4; without: 1, 2 and 3. Of six comparisons three are won, one drawn.
        Estimate area = AreaUnderCurve.FromScores([1, 1, 2, 3, 4], [true, false, false, false, true]);
        area.Value.Should().BeApproximately(3.5 / 6, 1e-15);

        // DeLong by hand: the cases with the outcome win 1/6 and 1, those without lose to 0.75, 0.5 and 0.5 of the others.
        double with = 2 * Math.Pow(5 / 12.0, 2) / 2;
        double without = (Math.Pow(1 / 6.0, 2) + (2 * Math.Pow(1 / 12.0, 2))) / 2 / 3;
        area.StandardError.Should().BeApproximately(Math.Sqrt(with + without), 1e-15);
        area.SampleSize.Should().Be(5);
    }

    [TestCase(true)]
    [TestCase(false)]
    public void FromScores_AllOutcomesTheSame_HasNoValue(bool outcome) =>
        AreaUnderCurve.FromScores([1, 2], [outcome, outcome]).Should().Be(Estimate.None with { SampleSize = 2 });

    [Test]
    public void FromScores_NoCases_HasNoValue() => AreaUnderCurve.FromScores([], []).Should().Be(Estimate.None);

    [Test]
    public void FromScores_PerfectSeparation_HasAnIntervalWithAWidth()
    {
        foreach (AreaIntervalMethod method in Methods)
        {
            Estimate area = AreaUnderCurve.FromScores([1, 2, 3, 4], [false, false, true, true], method: method);
            area.Value.Should().Be(1);
            area.StandardError.Should().Be(0);
            area.Interval!.Value.Method.Should().Be("newcombeArea");
            area.Interval.Value.Upper.Should().Be(1);
            area.Interval.Value.Lower.Should().BeInRange(0.2, 0.9);
        }
    }

    [Test]
    public void FromScores_OneCaseWithTheOutcome_HasNoStandardError()
    {
        Estimate area = AreaUnderCurve.FromScores([1, 2, 3], [false, true, false], method: AreaIntervalMethod.DeLong);
        area.StandardError.Should().BeNull();
        area.Interval!.Value.Method.Should().Be("newcombeArea");
    }

    [Test]
    public void FromScores_AnyCases_IsTheCountOfAllComparisons() =>
        ForAll(
            Cases(),
            cases =>
            {
                double won = 0;
                double comparisons = 0;
                foreach ((double score, bool _) in cases.Where(item => item.Outcome))
                {
                    foreach ((double other, bool _) in cases.Where(item => !item.Outcome))
                    {
                        won +=
                            score > other ? 1
                            : score < other ? 0
                            : 0.5;
                        comparisons++;
                    }
                }

                double? expected = comparisons > 0 ? won / comparisons : null;
                (Area(cases).Value ?? -1).Should().BeApproximately(expected ?? -1, 1e-14);
            }
        );

    [Test]
    public void FromScores_TurnedRound_IsTheComplement() =>
        ForAll(
            Cases(),
            cases =>
            {
                foreach (AreaIntervalMethod method in Methods)
                {
                    Estimate area = Area(cases, method);
                    Estimate turned = Area([.. cases.Select(item => (-item.Score, item.Outcome))], method);
                    if (area.Value is not { } value)
                    {
                        turned.Value.Should().BeNull();
                        continue;
                    }

                    turned.Value.Should().BeApproximately(1 - value, 1e-14);
                    (turned.StandardError ?? 0).Should().BeApproximately(area.StandardError ?? 0, 1e-14);
                    turned.Interval!.Value.Lower.Should().BeApproximately(1 - area.Interval!.Value.Upper, 1e-12);
                    turned.Interval.Value.Upper.Should().BeApproximately(1 - area.Interval.Value.Lower, 1e-12);
                }
            }
        );

    [Test]
    public void FromScores_MonotoneTransforms_AreTheSame() =>
        ForAll(
            Cases(),
            cases => Area([.. cases.Select(item => (Math.Exp(item.Score), item.Outcome))]).Should().Be(Area(cases))
        );

    [Test]
    public void FromScores_AnyCases_HoldsTheAreaInAnIntervalThatWidensWithTheLevel() =>
        ForAll(
            Cases(),
            Generators.Levels(),
            Generators.Levels(),
            (cases, one, other) =>
            {
                foreach (AreaIntervalMethod method in Methods)
                {
                    Estimate narrow = Area(cases, method, Math.Min(one.Value, other.Value));
                    Estimate wide = Area(cases, method, Math.Max(one.Value, other.Value));
                    if (wide.Value is not null)
                    {
                        wide.ShouldBeSound(0, 1, Math.Max(one.Value, other.Value));
                        wide.Interval!.Value.MarginOfError.Should().BePositive();
                        wide.Interval.Value.ShouldHold(narrow.Interval!.Value);
                    }
                }
            }
        );

    [Test]
    public void Newcombe_Limits_SolveTheirEquation()
    {
        IntervalLimits limits = NewcombeAreaInterval.FromArea(0.8, 12, 30);
        foreach (double limit in new[] { limits.Lower, limits.Upper })
        {
            double clustering = 1 + (20 * (((1 - limit) / (2 - limit)) + (limit / (1 + limit))));
            double variance = limit * (1 - limit) * clustering / 360;
            ((limit - 0.8) * (limit - 0.8))
                .Should()
                .BeApproximately(1.959963984540054 * 1.959963984540054 * variance, 1e-12);
        }
    }

    [Test]
    public void FromScores_ImpossibleArguments_AreRefused()
    {
        Action length = () => AreaUnderCurve.FromScores([1, 2], [true]);
        Action score = () => AreaUnderCurve.FromScores([1, double.NaN], [true, false]);
        Action level = () => AreaUnderCurve.FromScores([1, 2], [true, false], 0);
        Action method = () => AreaUnderCurve.FromScores([1, 2], [true, false], method: (AreaIntervalMethod)9);
        Action area = () => NewcombeAreaInterval.FromArea(1.5, 2, 2);
        Action with = () => NewcombeAreaInterval.FromArea(0.5, 0, 2);
        length.Should().Throw<ArgumentException>().WithParameterName("outcomes");
        score.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("scores");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        area.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("area");
        with.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("with");
    }

    private static Estimate Area(
        (double Score, bool Outcome)[] cases,
        AreaIntervalMethod method = AreaIntervalMethod.Newcombe,
        double level = 0.95
    ) =>
        AreaUnderCurve.FromScores(
            [.. cases.Select(item => item.Score)],
            [.. cases.Select(item => item.Outcome)],
            level,
            method
        );

    private static Arbitrary<(double Score, bool Outcome)[]> Cases() =>
        Gen.ArrayOf(
                from score in Gen.OneOf(
                    Gen.Choose(1, 5).Select(x => (double)x),
                    Gen.Choose(-300, 300).Select(x => x / 100.0)
                )
                from outcome in Gen.Elements(true, false, false)
                select (score, outcome)
            )
            .ToArbitrary();
}
