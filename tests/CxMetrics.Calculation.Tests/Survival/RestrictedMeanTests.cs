using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

public sealed class RestrictedMeanTests
{
    [Test]
    public void FromCurve_UncensoredWithinTheHorizon_IsTheMeanOfTheCutTimes()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([2, 4, 6, 20], [true, true, true, true]);

        Estimate mean = RestrictedMean.FromCurve(curve, 10);

        // The times cut at 10 are 2, 4, 6, 10 with the mean 5.5; their divisor-n standard error is √(8.75/4).
        mean.Value.Should().BeApproximately(5.5, 1e-14);
        mean.StandardError.Should().BeApproximately(Math.Sqrt(8.75 / 4), 1e-14);
        mean.Interval!.Value.Method.Should().Be("wald");
        mean.Interval.Value.MarginOfError.Should().BeApproximately(1.959963984540054 * Math.Sqrt(8.75 / 4), 1e-12);
        mean.SampleSize.Should().Be(4);
        mean.Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void FromCurve_TenEvents_HasNoCaveat()
    {
        double[] times = [.. Enumerable.Range(1, 10).Select(x => (double)x)];
        bool[] events = [.. times.Select(_ => true)];

        RestrictedMean.FromCurve(SurvivalCurve.FromTimes(times, events), 10.5).Caveats.Should().Be(Caveats.None);
        RestrictedMean.FromCurve(SurvivalCurve.FromTimes(times, events), 10).Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void FromCurve_NoEventBeforeTheHorizon_IsTheHorizonWithALowerLimit()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([8, 9, 10, 12], [false, true, false, true]);

        Estimate mean = RestrictedMean.FromCurve(curve, 8.5);

        ConfidenceInterval atHorizon = curve.At(8.5).Estimate.Interval!.Value;
        mean.Value.Should().Be(8.5);
        mean.StandardError.Should().Be(0);
        mean.Interval.Should().Be(new ConfidenceInterval(8.5 * atHorizon.Lower, 8.5, 0.95, "wilsonAtRisk"));
    }

    [Test]
    public void FromCurve_AllEventsAtOnce_HasNoInterval()
    {
        Estimate mean = RestrictedMean.FromCurve(SurvivalCurve.FromTimes([3, 3], [true, true]), 10);

        mean.Value.Should().BeApproximately(3, 1e-15);
        mean.StandardError.Should().Be(0);
        mean.Interval.Should().BeNull();
    }

    [Test]
    public void FromCurve_BeyondALastCensoring_HasNoValue()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([1, 5], [true, false]);

        RestrictedMean.FromCurve(curve, 5).Value.Should().BeApproximately(3, 1e-14);
        Estimate beyond = RestrictedMean.FromCurve(curve, 5.1);
        beyond.Value.Should().BeNull();
        beyond.Interval.Should().BeNull();
        beyond.SampleSize.Should().Be(2);
    }

    [Test]
    public void FromCurve_NoSubjects_IsNone() =>
        RestrictedMean.FromCurve(SurvivalCurve.FromTimes([], []), 1).Should().Be(Estimate.None);

    [Test]
    public void FromCurve_AfterNobodyWasAtRisk_IsDoubtful()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([2, 4, 8, 9], [true, false, true, false], [0, 0, 6, 6]);

        RestrictedMean.FromCurve(curve, 3).Caveats.Should().Be(Caveats.LowSampleSize);
        RestrictedMean.FromCurve(curve, 9).Caveats.Should().Be(Caveats.LowSampleSize | Caveats.AssumptionDoubtful);
    }

    [TestCase(1e-300)]
    [TestCase(1e300)]
    public void FromCurve_ExtremeUnits_KeepTheirDigits(double unit)
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([2 * unit, 4 * unit, 6 * unit], [true, false, true]);

        Estimate mean = RestrictedMean.FromCurve(curve, 5 * unit);

        mean.Value.Should().BeApproximately(4 * unit, 1e-14 * unit);
        mean.StandardError.Should().BeApproximately(2 * Math.Sqrt(1 / 6.0) * unit, 1e-14 * unit);
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void FromCurve_ImpossibleHorizon_IsRefused(double horizon)
    {
        Action act = () => RestrictedMean.FromCurve(SurvivalCurve.FromTimes([], []), horizon);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(horizon));
    }

    [Test]
    public void Difference_IsSecondMinusFirst()
    {
        SurvivalCurve baseline = SurvivalCurve.FromTimes([1, 2, 3, 9], [true, true, true, true]);
        SurvivalCurve current = SurvivalCurve.FromTimes([2, 5, 8, 9, 9], [true, true, false, true, false]);
        Estimate before = RestrictedMean.FromCurve(baseline, 8);
        Estimate after = RestrictedMean.FromCurve(current, 8);

        DifferenceEstimate difference = RestrictedMean.Difference(baseline, current, 8);

        difference.Value.Should().Be(after.Value - before.Value);
        difference.StandardError.Should().Be(double.Hypot(before.StandardError!.Value, after.StandardError!.Value));
        difference.Interval!.Value.Method.Should().Be("wald");
        difference.PValue.Should().BeInRange(0, 1);
        difference.FirstSampleSize.Should().Be(4);
        difference.SecondSampleSize.Should().Be(5);
        RestrictedMean.Difference(current, baseline, 8).Value.Should().Be(-difference.Value);
    }

    [Test]
    public void Difference_OneSideWithoutEvents_KeepsThatSidesUncertainty()
    {
        SurvivalCurve first = SurvivalCurve.FromTimes([1, 2, 3, 9], [true, true, true, true]);
        SurvivalCurve second = SurvivalCurve.FromTimes([9, 9, 9], [false, false, false]);

        DifferenceEstimate difference = RestrictedMean.Difference(first, second, 8);

        Estimate after = RestrictedMean.FromCurve(second, 8);
        difference.Value.Should().Be(8 - RestrictedMean.FromCurve(first, 8).Value);
        difference.PValue.Should().BeNull();
        difference.Interval!.Value.Method.Should().Be("squareAndAdd");
        double reach = difference.Value!.Value - difference.Interval.Value.Lower;
        reach.Should().BeGreaterThan(8 - after.Interval!.Value.Lower);
    }

    [Test]
    public void Difference_NoCurve_IsNamed()
    {
        SurvivalCurve curve = SurvivalCurve.FromTimes([2], [true]);
        Action first = () => RestrictedMean.Difference(null!, curve, 5);
        Action second = () => RestrictedMean.Difference(curve, null!, 5);
        first.Should().Throw<ArgumentNullException>().WithParameterName("first");
        second.Should().Throw<ArgumentNullException>().WithParameterName("second");
    }

    [Test]
    public void Difference_OneSideWithoutValue_HasNone()
    {
        SurvivalCurve known = SurvivalCurve.FromTimes([1, 9], [true, true]);
        foreach (
            SurvivalCurve other in new[] { SurvivalCurve.FromTimes([], []), SurvivalCurve.FromTimes([2], [false]) }
        )
        {
            DifferenceEstimate difference = RestrictedMean.Difference(known, other, 5);

            difference.Value.Should().BeNull();
            difference.StandardError.Should().BeNull();
            difference.Interval.Should().BeNull();
            difference.PValue.Should().BeNull();
            difference.FirstSampleSize.Should().Be(2);
        }
    }
}
