using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

/// <summary>S at one time where Greenwood's formula has nothing to say.</summary>
public sealed class SurvivalAtTests
{
    // z² of the 95 % level.
    private const double ZSquared = 3.8414588206941236;

    [Test]
    public void At_BeforeTheFirstEvent_ClaimsNoCertainty()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([2, 4, 4, 5, 9], [false, true, false, true, false]);

        EstimateAtTime point = curve.At(3);

        // Four are at risk at 3; one was censored before, and nobody has had the event.
        point.AtRisk.Should().Be(4);
        point.Estimate.Value.Should().Be(1);
        point.Estimate.StandardError.Should().Be(0);
        point.Estimate.EffectiveSampleSize.Should().Be(4);
        point.Estimate.Interval!.Value.Method.Should().Be("wilsonAtRisk");
        point.Estimate.Interval.Value.Lower.Should().BeApproximately(4 / (4 + ZSquared), 1e-12);
        point.Estimate.Interval.Value.Upper.Should().Be(1);
    }

    [Test]
    public void At_WithoutSurvivorsOrCensoring_IsWilsonOfNoneOfAll()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2, 3, 4], [true, true, true, true]);

        Estimate estimate = curve.At(4).Estimate;

        estimate.Value.Should().Be(0);
        estimate.StandardError.Should().BeNull();
        estimate.EffectiveSampleSize.Should().BeApproximately(4, 1e-12);
        estimate.Interval!.Value.Lower.Should().Be(0);
        estimate.Interval.Value.Upper.Should().BeApproximately(ZSquared / (4 + ZSquared), 1e-12);
        curve.At(1e6).Estimate.Should().Be(estimate, "0 stays 0 beyond the last time");
        curve.At(1e6).AtRisk.Should().Be(0);
    }

    [Test]
    public void At_WithoutSurvivorsAfterCensoring_RestsOnTheNumberAtRiskPerShare()
    {
        // S is 1/2 with one at risk when that one has the event: one of what would have been two.
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2, 3], [false, true, true]);

        curve.At(3).Estimate.EffectiveSampleSize.Should().BeApproximately(2, 1e-12);
    }

    [Test]
    public void At_BeyondALastCensoring_HasNoValue()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 2, 3], [true, true, false]);

        curve.At(3).Estimate.Value.Should().BeApproximately(1 / 3.0, 1e-15);
        EstimateAtTime beyond = curve.At(3.5);
        beyond.AtRisk.Should().Be(0);
        beyond.Estimate.Value.Should().BeNull();
        beyond.Estimate.StandardError.Should().BeNull();
        beyond.Estimate.Interval.Should().BeNull();
        beyond.Estimate.SampleSize.Should().Be(3);
    }

    [Test]
    public void At_OneSubjectCensored_SaysAlmostNothing()
    {
        Estimate estimate = SurvivalCurve.FromTimes([5], [false]).At(5).Estimate;

        estimate.Value.Should().Be(1);
        estimate.Interval!.Value.Lower.Should().BeApproximately(1 / (1 + ZSquared), 1e-12);
    }

    [Test]
    public void At_OneSubjectWithEvent_SaysAlmostNothing()
    {
        Estimate estimate = SurvivalCurve.FromTimes([5], [true]).At(5).Estimate;

        estimate.Value.Should().Be(0);
        estimate.Interval!.Value.Upper.Should().BeApproximately(ZSquared / (1 + ZSquared), 1e-12);
    }

    [Test]
    public void At_AllEventsAtOnce_FallsFromOneToZero()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([3, 3, 3], [true, true, true]);

        curve.At(2.9).Estimate.Value.Should().Be(1);
        curve.At(3).Estimate.Value.Should().Be(0);
        curve.Median().Value.Should().Be(3);
        curve.Median().Lower.Should().BeNull();
        curve.Median().Upper.Should().BeNull();
    }

    [Test]
    public void At_EventAtTimeZero_CountsAtOnce()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([0, 0, 7], [true, false, false]);

        curve.At(0).Estimate.Value.Should().BeApproximately(2 / 3.0, 1e-15);
        curve.At(0).AtRisk.Should().Be(3);
    }

    [Test]
    public void At_BetweenSteps_CountsThoseWhoAreThere()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([4, 6, 8, 8], [true, false, true, false], [0, 1, 5, 0]);

        // At 5 the third is just entering; at 5.5 it is there; the first left at 4.
        curve.At(5).AtRisk.Should().Be(2);
        curve.At(5.5).AtRisk.Should().Be(3);
        curve.At(4).AtRisk.Should().Be(3);
        curve.At(8).AtRisk.Should().Be(2);
        curve.At(9).AtRisk.Should().Be(0);
    }

    [Test]
    public void At_NotAfterTheFirstEntry_HasNoValue()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([4, 6], [true, false], [2, 3]);

        curve.At(2).Estimate.Value.Should().BeNull();
        curve.At(2.5).Estimate.Value.Should().Be(1);
    }

    [Test]
    public void At_BeforeTheFirstEventWithDelayedEntry_RestsOnTheFewestAtRisk()
    {
        // One is there from the start; of the nine that saw 5 eight did not see the beginning.
        double[] times = [6, 6, 6, 6, 6, 6, 6, 6, 6];
        SurvivalCurve curve = SurvivalCurve.FromTimes(times, new bool[9], [0, 3, 3, 3, 3, 3, 3, 3, 3]);

        EstimateAtTime point = curve.At(5);

        point.AtRisk.Should().Be(9);
        point.Estimate.EffectiveSampleSize.Should().Be(1);
        point.Estimate.Interval!.Value.Lower.Should().BeApproximately(1 / (1 + ZSquared), 1e-12);
    }

    [Test]
    public void At_AfterNobodyWasAtRisk_GoesOnFlatAndIsDoubtful()
    {
        // Nobody is under observation from 4 to 6.
        SurvivalCurve curve = SurvivalCurve.FromTimes([2, 4, 8, 9], [true, false, true, false], [0, 0, 6, 6]);

        curve.At(3).Estimate.Caveats.Should().Be(Caveats.None);
        curve.At(5).Estimate.Value.Should().Be(0.5);
        curve.At(5).Estimate.Caveats.Should().Be(Caveats.AssumptionDoubtful);
        curve.At(8).Estimate.Value.Should().Be(0.25);
        curve.At(8).Estimate.Caveats.Should().Be(Caveats.AssumptionDoubtful);
        curve.Quantile(0.7).Caveats.Should().Be(Caveats.AssumptionDoubtful);
        curve.Median().Value.Should().Be(5, "S is 1/2 from 2 to 8");
    }

    [Test]
    public void At_WithoutEventsAfterNobodyWasAtRisk_AllowsAnyShare()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([4, 9], [false, false], [0, 6]);

        Estimate estimate = curve.At(8).Estimate;

        estimate.Value.Should().Be(1);
        estimate.Caveats.Should().Be(Caveats.AssumptionDoubtful);
        estimate.Interval!.Value.Lower.Should().Be(0);
        estimate.Interval.Value.Upper.Should().Be(1);
    }

    [Test]
    public void At_AfterTheOnlyOneAtRiskHadTheEvent_StaysZeroAndIsDoubtful()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([2, 8, 9], [true, true, false], [0, 5, 5]);

        curve.Survival.ToArray().Should().Equal(0, 0, 0);
        curve.Limits()[1].Should().BeNull();
        Estimate estimate = curve.At(8).Estimate;
        estimate.Value.Should().Be(0);
        estimate.Caveats.Should().Be(Caveats.AssumptionDoubtful);
        estimate.Interval!.Value.Upper.Should().Be(1, "others were seen alive later");
        curve.At(10).Estimate.Value.Should().Be(0);
    }

    [Test]
    public void At_EntryAtTheTimeTheLastOneLeft_IsNoGap()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([2, 4, 8], [true, false, true], [0, 0, 4]);

        curve.At(8).Estimate.Caveats.Should().Be(Caveats.None);
    }

    [Test]
    public void At_ManyHalvings_RunsIntoZeroWithoutInvalidNumbers()
    {
        // Two at risk at each of 1,200 events: S falls below the smallest double.
        int count = 1200;
        double[] times = [.. Enumerable.Range(1, count).Select(x => (double)x), count + 1];
        double[] entries = [.. Enumerable.Range(0, count).Select(x => (double)x), 0];
        bool[] events = [.. Enumerable.Repeat(true, count), false];

        SurvivalCurve curve = SurvivalCurve.FromTimes(times, events, entries);

        curve.Survival[9].Should().BeApproximately(1 / 1024.0, 1e-15);
        Estimate estimate = curve.At(count).Estimate;
        estimate.Value.Should().Be(0);
        estimate.Interval!.Value.Lower.Should().Be(0);
        estimate.Interval.Value.Upper.Should().BeInRange(1e-9, 1);
        curve.Limits()[count - 1].Should().BeNull();
        curve.At(1074).Estimate.Value.Should().BePositive();
        curve.At(1074).Estimate.EffectiveSampleSize.Should().BeNull("it is beyond the largest double");
    }
}
