using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Planning;
using CxMetrics.Calculation.Tests.Properties;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class ComparisonTests
{
    [TestCase(0.001, 0.5, ChangeVerdict.Up)]
    [TestCase(-0.5, -0.001, ChangeVerdict.Down)]
    [TestCase(-0.05, 0.05, ChangeVerdict.Stable)]
    [TestCase(0.0, 0.01, ChangeVerdict.Stable)]
    [TestCase(-0.051, 0.01, ChangeVerdict.NotDistinguishable)]
    [TestCase(-0.01, 0.051, ChangeVerdict.NotDistinguishable)]
    [TestCase(0.01, 0.04, ChangeVerdict.Up)]
    [TestCase(-0.04, -0.01, ChangeVerdict.Down)]
    public void Of_AnInterval_JudgesInTheOrderOfTheDefinition(double lower, double upper, ChangeVerdict verdict) =>
        Verdict.Of(With(lower, upper), 0.05).Should().Be(verdict);

    [Test]
    public void Of_NoInterval_IsNotDistinguishable() =>
        Verdict.Of(DifferenceEstimate.None(0, 3), 0.05).Should().Be(ChangeVerdict.NotDistinguishable);

    [TestCase(-0.1)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void Of_ImpossibleSmallestEffect_IsRefused(double smallestEffect)
    {
        Action act = () => Verdict.Of(With(-1, 1), smallestEffect);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(smallestEffect));
    }

    [Test]
    public void Of_MirroredDifferences_MirrorsTheVerdict() =>
        Sampling.ForAll(
            Generators.SharePairs(),
            Generators.Levels(),
            (sides, level) =>
            {
                ChangeVerdict one = Comparison.OfShares(sides.First, sides.Second, level: level.Value).Verdict;
                ChangeVerdict other = Comparison.OfShares(sides.Second, sides.First, level: level.Value).Verdict;
                ChangeVerdict mirrored = one switch
                {
                    ChangeVerdict.Up => ChangeVerdict.Down,
                    ChangeVerdict.Down => ChangeVerdict.Up,
                    _ => one,
                };
                other.Should().Be(mirrored);
            }
        );

    [Test]
    public void OfNetPromoterScores_OneCall_GivesDifferenceVerdictAndAnswersNeeded()
    {
        NetPromoterBands first = new(60, 90, 150);
        NetPromoterBands second = new(45, 90, 165);

        Comparison comparison = Comparison.OfNetPromoterScores(first, second);

        comparison.Difference.Should().Be(NetPromoterDifference.FromBands(first, second));
        comparison.Verdict.Should().Be(ChangeVerdict.NotDistinguishable);
        comparison.SmallestEffect.Should().Be(5);

        // Of 300 answers the pseudo-answers change the variances by less than one percent.
        RequiredAnswers plain = SampleSize.ForChange(
            AnswerVariance.OfNetPromoterScore(first),
            AnswerVariance.OfNetPromoterScore(second),
            10
        );
        comparison.AnswersNeeded!.Value.Answers.Should().BeCloseTo(plain.Answers, (ulong)(plain.Answers / 100));
        Comparison
            .OfNetScores(first.ToNetCounts(), second.ToNetCounts())
            .AnswersNeeded!.Value.Exact.Should()
            .BeApproximately(comparison.AnswersNeeded.Value.Exact, 1e-8);
    }

    [Test]
    public void OfShares_AsManyAnswersAsNeeded_IsUp()
    {
        Comparison few = Comparison.OfShares(new(80, 100), new(86, 100));
        few.Verdict.Should().Be(ChangeVerdict.NotDistinguishable);
        long needed = few.AnswersNeeded!.Value.Answers;

        Comparison enough = Comparison.OfShares(new(80 * needed, 100 * needed), new(86 * needed, 100 * needed));
        enough.Verdict.Should().Be(ChangeVerdict.Up);
        needed.Should().BeInRange(500, 800);
    }

    [Test]
    public void OfShares_ManyEqualAnswers_IsStable() =>
        Comparison.OfShares(new(8000, 10_000), new(8010, 10_000)).Verdict.Should().Be(ChangeVerdict.Stable);

    [Test]
    public void OfNetPromoterScores_EqualAnswersOnEachSide_StillNeedsSome()
    {
        Comparison comparison = Comparison.OfNetPromoterScores(new(0, 0, 1), new(0, 1, 0));
        comparison.Verdict.Should().Be(ChangeVerdict.NotDistinguishable);
        comparison.AnswersNeeded!.Value.Answers.Should().BePositive();
    }

    [Test]
    public void OfShares_NothingChangedOrNothingThere_NeedsNoAnswers()
    {
        Comparison.OfShares(new(3, 10), new(6, 20)).AnswersNeeded.Should().BeNull();
        Comparison nothing = Comparison.OfShares(default, new(6, 20));
        nothing.AnswersNeeded.Should().BeNull();
        nothing.Verdict.Should().Be(ChangeVerdict.NotDistinguishable);
    }

    [Test]
    public void OfShares_AChangeTooSmallToCountFor_NeedsNoNumber()
    {
        Comparison comparison = Comparison.OfShares(new(1, 3), new(1_000_000_000_001, 3_000_000_000_000));
        comparison.Difference.Value.Should().BePositive();
        comparison.AnswersNeeded.Should().BeNull();
    }

    private static DifferenceEstimate With(double lower, double upper) =>
        new()
        {
            Value = (lower + upper) / 2,
            StandardError = 1,
            Interval = new ConfidenceInterval(lower, upper, 0.95, "any"),
            PValue = 0.5,
            FirstSampleSize = 9,
            SecondSampleSize = 9,
        };
}
