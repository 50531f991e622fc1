using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

public sealed class LogRankTests
{
    // R's survival::aml: the golden number of the metric definitions is chi-square 3.40.
    private static readonly SurvivalCurve Maintained = SurvivalCurve.FromTimes(
        [9, 13, 13, 18, 23, 28, 31, 34, 45, 48, 161],
        [true, true, false, true, true, false, true, true, false, true, false]
    );

    private static readonly SurvivalCurve NotMaintained = SurvivalCurve.FromTimes(
        [5, 5, 8, 8, 12, 16, 23, 27, 30, 33, 43, 45],
        [true, true, true, true, true, false, true, true, true, true, true, true]
    );

    [Test]
    public void FromCurves_OfTheLeukaemiaData_IsThePublishedOne()
    {
        LogRankResult test = LogRank.FromCurves([Maintained, NotMaintained]);

        test.ChiSquare.Should().BeApproximately(3.40, 0.005);
        test.DegreesOfFreedom.Should().Be(1);
        test.PValue.Should().BeApproximately(0.0653, 5e-5);
        test.Caveats.Should().Be(Caveats.None);
        test.Groups.Select(group => group.SampleSize).Should().Equal(11, 12);
        test.Groups.Select(group => group.Observed).Should().Equal(7, 11);
    }

    [Test]
    public void FromCurves_WithAnEmptyGroup_LeavesItOut()
    {
        SurvivalCurve empty = SurvivalCurve.FromTimes([], []);

        LogRankResult with = LogRank.FromCurves([Maintained, empty, NotMaintained]);

        with.ChiSquare.Should()
            .BeApproximately(LogRank.FromCurves([Maintained, NotMaintained]).ChiSquare!.Value, 1e-12);
        with.DegreesOfFreedom.Should().Be(1);
        with.Groups[1].Should().Be(new LogRankGroup(0, 0, 0));
    }

    [Test]
    public void FromCurves_NoEvents_HasNothingToCompare()
    {
        SurvivalCurve censored = SurvivalCurve.FromTimes([1, 2], [false, false]);

        LogRankResult test = LogRank.FromCurves([censored, censored]);

        test.ChiSquare.Should().BeNull();
        test.PValue.Should().BeNull();
        test.DegreesOfFreedom.Should().Be(0);
    }

    [Test]
    public void FromCurves_NeverAtRiskTogether_HasNothingToCompare()
    {
        SurvivalCurve early = SurvivalCurve.FromTimes([1, 2, 3], [true, true, true]);
        SurvivalCurve late = SurvivalCurve.FromTimes([7, 8, 9], [true, true, true], [5, 5, 5]);

        LogRankResult test = LogRank.FromCurves([early, late]);

        test.ChiSquare.Should().BeNull();
        test.Groups.Select(group => group.Expected).Should().Equal(3, 3);
    }

    [Test]
    public void FromCurves_TwoPairsNeverAtRiskTogether_LosesADegreeOfFreedom()
    {
        SurvivalCurve one = SurvivalCurve.FromTimes([1, 2, 3], [true, true, true]);
        SurvivalCurve other = SurvivalCurve.FromTimes([2, 3, 4], [true, false, false]);
        SurvivalCurve third = SurvivalCurve.FromTimes([7, 8, 9], [true, true, true], [5, 5, 5]);
        SurvivalCurve fourth = SurvivalCurve.FromTimes([8, 9, 9], [true, false, true], [5, 5, 5]);

        LogRankResult test = LogRank.FromCurves([one, third, other, fourth]);

        test.DegreesOfFreedom.Should().Be(2);
        double sum =
            LogRank.FromCurves([one, other]).ChiSquare!.Value + LogRank.FromCurves([third, fourth]).ChiSquare!.Value;
        test.ChiSquare.Should().BeApproximately(sum, 1e-12);
    }

    [Test]
    public void FromCurves_FewExpectedEvents_SayTheyAreFew()
    {
        SurvivalCurve tiny = SurvivalCurve.FromTimes([4, 6], [true, false]);

        LogRank.FromCurves([tiny, NotMaintained]).Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void FromCurves_SubjectsAtDifferentTimesOfEntry_ComparesThoseWhoAreThere()
    {
        // At 3 one of each group is at risk, at 5 two of the first and one of the second: E = 1/2 + 2/3, V = 1/4 + 2/9.
        SurvivalCurve first = SurvivalCurve.FromTimes([5, 6], [true, false], [0, 4]);
        SurvivalCurve second = SurvivalCurve.FromTimes([3, 6], [true, false], [0, 4]);

        LogRankResult test = LogRank.FromCurves([first, second]);

        test.Groups[0].Expected.Should().BeApproximately(7 / 6.0, 1e-15);
        test.ChiSquare.Should().BeApproximately(1 / 36.0 / (17 / 36.0), 1e-14);
    }

    [Test]
    public void FromCurves_SizesOfVeryDifferentOrder_AreStillCompared()
    {
        double[] times = [.. Enumerable.Range(1, 200_000).Select(x => (double)x)];
        bool[] events = [.. times.Select(_ => true)];
        SurvivalCurve many = SurvivalCurve.FromTimes(times, events);
        SurvivalCurve one = SurvivalCurve.FromTimes([1.5], [true]);

        LogRankResult test = LogRank.FromCurves([many, one]);

        // One subject that expects two of 200,000 events' hazards: E = 1/200001 + 1/200000, V = Σ p(1 − p).
        double expected = (1 / 200_001.0) + (1 / 200_000.0);
        test.Groups[1].Expected.Should().BeApproximately(expected, 1e-18);
        test.DegreesOfFreedom.Should().Be(1);
        double variance = (200_000 / 200_001.0 / 200_001.0) + (199_999 / 200_000.0 / 200_000.0);
        test.ChiSquare.Should().BeApproximately((1 - expected) * (1 - expected) / variance, 1e-3);
    }

    [Test]
    public void FromCurves_ImpossibleArguments_AreRefused()
    {
        Action one = () => LogRank.FromCurves([Maintained]);
        Action missing = () => LogRank.FromCurves([Maintained, null!]);
        Action weighting = () => LogRank.FromCurves([Maintained, NotMaintained], (LogRankWeighting)9);
        one.Should().Throw<ArgumentException>().WithParameterName("curves");
        missing.Should().Throw<ArgumentException>().WithParameterName("curves");
        weighting.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weighting");
    }
}
