using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests.Weighting;

public sealed class SurveyWeightingTests
{
    private static readonly int[] Plan = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1];
    private static readonly int[] Region = [0, 0, 0, 1, 1, 2, 0, 1, 2, 2];

    [Test]
    public void PostStratify_OneVariable_IsFrameShareByResponderShare()
    {
        SurveyWeights weights = Fitted(SurveyWeighting.PostStratify(new FrameMargin("plan", Plan, [300, 700])));
        weights.Weights[..6].ToArray().Should().AllSatisfy(weight => weight.Should().BeApproximately(0.5, 1e-15));
        weights.Weights[6..].ToArray().Should().AllSatisfy(weight => weight.Should().BeApproximately(1.75, 1e-15));
        weights.EffectiveSampleSize.Should().BeApproximately(100 / 13.75, 1e-12);
        weights.DesignEffect.Should().BeApproximately(1.375, 1e-12);
        weights.TrimmedRespondents.Should().Be(0);
        weights.Caveats.Should().Be(Caveats.Weighted);
    }

    // A table of two by two with margins in the middle of what it allows: the odds ratio of the respondents is kept.
    [Test]
    public void Rake_TwoVariables_MeetsBothAndKeepsTheirAssociation()
    {
        int[] first = [0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
        int[] second = [0, 0, 0, 1, 0, 1, 1, 1, 1, 1];
        SurveyWeights weights = Fitted(
            SurveyWeighting.Rake([
                new FrameMargin("first", first, [0.5, 0.5]),
                new FrameMargin("second", second, [0.6, 0.4]),
            ])
        );

        double Cell(int one, int other) =>
            weights.Weights.ToArray().Where((_, row) => first[row] == one && second[row] == other).Sum() / 10;

        (Cell(0, 0) + Cell(0, 1)).Should().BeApproximately(0.5, 1e-10);
        (Cell(0, 0) + Cell(1, 0)).Should().BeApproximately(0.6, 1e-10);
        double odds = Cell(0, 0) * Cell(1, 1) / (Cell(0, 1) * Cell(1, 0));
        odds.Should().BeApproximately(3 * 5 / (1 * 1.0), 1e-8);
        weights.LargestGap.Should().BeLessThan(1e-9);
    }

    [Test]
    public void Rake_RespondentsLikeTheFrame_WeighOne()
    {
        SurveyWeights weights = Fitted(
            SurveyWeighting.Rake([new FrameMargin("plan", Plan, [6, 4]), new FrameMargin("region", Region, [4, 3, 3])])
        );
        weights.Weights.ToArray().Should().AllSatisfy(weight => weight.Should().BeApproximately(1, 1e-12));
        weights.EffectiveSampleSize.Should().BeApproximately(10, 1e-9);
        weights.Cycles.Should().Be(2);
    }

    [Test]
    public void Rake_AWeightBeyondTheBound_IsCutAndTheMarginsAreMetNevertheless()
    {
        // Two variables, the second of which lets the first be met within the bounds.
        int[] first = [.. Enumerable.Range(0, 100).Select(row => row < 10 ? 1 : 0)];
        int[] second = [.. Enumerable.Range(0, 100).Select(row => row % 10 == 0 ? 1 : 0)];
        FrameMargin[] margins =
        [
            new FrameMargin("first", first, [0.68, 0.32]),
            new FrameMargin("second", second, [0.72, 0.28]),
        ];

        SurveyWeights free = Fitted(SurveyWeighting.Rake(margins, WeightBounds.None));
        SurveyWeights bounded = Fitted(SurveyWeighting.Rake(margins));

        free.Weights.ToArray().Max().Should().BeGreaterThan(5);
        bounded.Weights.ToArray().Max().Should().Be(5);
        bounded.TrimmedRespondents.Should().BePositive();
        bounded.LargestGap.Should().BeLessThan(1e-9);
        bounded.Caveats.Should().Be(Caveats.Weighted | Caveats.Clipped);
    }

    [Test]
    public void PostStratify_AShareThatNoBoundedWeightReaches_KeepsTheBoundAndSaysHowFarItIs()
    {
        int[] levels = [.. Enumerable.Range(0, 100).Select(row => row < 2 ? 1 : 0)];
        SurveyWeights weights = Fitted(SurveyWeighting.PostStratify(new FrameMargin("size", levels, [0.7, 0.3])));
        weights.Weights[0].Should().Be(5);
        weights.Weights.ToArray().Average().Should().BeApproximately(1, 1e-12);
        weights.LargestGap.Should().BeApproximately(0.3 - (2 * 5 / 100.0), 1e-12);
        weights.TrimmedRespondents.Should().Be(2);
        weights.Margins[0].Levels[1].WeightedShare.Should().BeApproximately(0.1, 1e-12);
    }

    [Test]
    public void Rake_NoRespondentOnALevelOfTheFrame_IsNotFitted()
    {
        FitOutcome<SurveyWeights> outcome = SurveyWeighting.PostStratify(
            new FrameMargin("region", [0, 0, 2], [50, 20, 30])
        );
        outcome.Reason.Should().Be(NotFittedReason.TooFewObservations);
        outcome.Explanation.Should().Be("Level 1 of region is 20.0 % of the frame and has no respondent.");
    }

    [Test]
    public void Rake_RespondentsWhoAreNotInTheFrame_AreNotFitted()
    {
        FitOutcome<SurveyWeights> outcome = SurveyWeighting.PostStratify(new FrameMargin("plan", [0, 1, 1], [1, 0]));
        outcome.Reason.Should().Be(NotFittedReason.NoMaximum);
        outcome.Explanation.Should().Contain("plan").And.Contain("2 respondents");
    }

    [Test]
    public void Rake_ALevelThatNobodyHas_IsLeftAlone() =>
        Fitted(SurveyWeighting.PostStratify(new FrameMargin("plan", [0, 0, 2], [1, 0, 1])))
            .Weights.ToArray()
            .Should()
            .Equal(0.75, 0.75, 1.5);

    [Test]
    public void Rake_MarginsThatContradictEachOther_DoNotConverge()
    {
        // The two variables are the same for every respondent, but not in the frame.
        FitOutcome<SurveyWeights> outcome = SurveyWeighting.Rake([
            new FrameMargin("plan", [0, 0, 1, 1], [0.3, 0.7]),
            new FrameMargin("size", [0, 0, 1, 1], [0.6, 0.4]),
        ]);
        outcome.IsFitted.Should().BeFalse();
        outcome.Reason.Should().Be(NotFittedReason.DidNotConverge);
        outcome.Explanation.Should().NotBeNullOrEmpty();
    }

    [Test]
    public void Rake_NoRespondents_IsNotFitted() =>
        SurveyWeighting
            .PostStratify(new FrameMargin("plan", [], [1, 1]))
            .Reason.Should()
            .Be(NotFittedReason.TooFewObservations);

    [Test]
    public void Rake_BadArguments_AreRefused()
    {
        Action none = () => SurveyWeighting.Rake([]);
        Action lengths = () =>
            SurveyWeighting.Rake([new FrameMargin("plan", [0], [1]), new FrameMargin("size", [0, 0], [1])]);
        none.Should().Throw<ArgumentException>().WithParameterName("margins");
        lengths.Should().Throw<ArgumentException>().WithParameterName("margins");
    }

    [Test]
    public void FrameMargin_BadArguments_AreRefused()
    {
        Action name = () => _ = new FrameMargin(" ", [0], [1]);
        Action level = () => _ = new FrameMargin("plan", [0, 2], [1, 1]);
        Action negativeLevel = () => _ = new FrameMargin("plan", [-1], [1, 1]);
        Action negative = () => _ = new FrameMargin("plan", [0], [1, -1]);
        Action empty = () => _ = new FrameMargin("plan", [], []);
        Action zero = () => _ = new FrameMargin("plan", [0], [0, 0]);
        name.Should().Throw<ArgumentException>().WithParameterName("name");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("levels");
        negativeLevel.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("levels");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("frame");
        empty.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("frame");
        zero.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("frame");
    }

    [Test]
    public void FrameMargin_VeryLargeFrame_HasShares() =>
        new FrameMargin("plan", [0], [1.5e308, 1.5e308]).FrameShares.ToArray().Should().Equal(0.5, 0.5);

    [TestCase(-0.1, 5, "lowest")]
    [TestCase(1.1, 5, "lowest")]
    [TestCase(double.NaN, 5, "lowest")]
    [TestCase(0.2, 0.9, "highest")]
    [TestCase(0.2, double.NaN, "highest")]
    public void WeightBounds_NotOnBothSidesOfOne_AreRefused(double lowest, double highest, string name)
    {
        Action act = () => _ = new WeightBounds(lowest, highest);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void MarginProfile_WithoutWeights_SetsRespondentsBesideTheFrame()
    {
        MarginProfile profile = MarginProfile.Of(new FrameMargin("plan", Plan, [300, 700]));

        profile.Name.Should().Be("plan");
        profile.LargestGap.Should().BeApproximately(0.3, 1e-15);
        profile.Levels.Should().HaveCount(2);
        LevelProfile first = profile.Levels[0];
        (first.Level, first.FrameShare, first.WeightedShare).Should().Be((0, 0.3, null));
        first.ResponderShare.Should().Be(Proportion.FromCounts(6, 10));
    }

    [Test]
    public void MarginProfile_NoRespondents_HasNoShares() =>
        MarginProfile
            .Of(new FrameMargin("plan", [], [1, 1]))
            .Levels.Should()
            .AllSatisfy(level => level.ResponderShare.Should().Be(Estimate.None));

    private static SurveyWeights Fitted(FitOutcome<SurveyWeights> outcome)
    {
        outcome.IsFitted.Should().BeTrue(outcome.Explanation);
        return outcome.Model!;
    }
}
