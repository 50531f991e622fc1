using CxMetrics.Calculation.Survival;

namespace CxMetrics.Calculation.Tests.Survival;

public sealed class CumulativeIncidenceTests
{
    [Test]
    public void FromTimes_TwoCauses_AddsUpWhatEachTakes()
    {
        // S is 1, 5/6, 4/6, then 4/6 · 2/3 after the censoring; cause 1 takes 1/6 at 1 and 4/6 · 1/3 at 4.
        double[] times = [1, 2, 3, 4, 5, 5];
        int[] causes = [1, 2, 0, 1, 0, 0];

        CumulativeIncidence churned = CumulativeIncidence.FromTimes(times, causes, 1);
        CumulativeIncidence acquired = CumulativeIncidence.FromTimes(times, causes, 2);

        churned.Incidence.ToArray().Should().BeEquivalentTo([1 / 6.0, 1 / 6.0, 1 / 6.0, 7 / 18.0, 7 / 18.0], Near);
        acquired.Incidence.ToArray().Should().BeEquivalentTo([0, 1 / 6.0, 1 / 6.0, 1 / 6.0, 1 / 6.0], Near);
        churned.AllCauses.Events.Should().Be(3);

        static FluentAssertions.Equivalency.EquivalencyAssertionOptions<double> Near(
            FluentAssertions.Equivalency.EquivalencyAssertionOptions<double> options
        ) =>
            options
                .WithStrictOrdering()
                .Using<double>(context => context.Subject.Should().BeApproximately(context.Expectation, 1e-15))
                .WhenTypeIs<double>();
    }

    // The sum over earlier times, taken literally with 40 digits (mpmath) for the case above.
    [TestCase(0, 0.15214515486254615)]
    [TestCase(3, 0.21872244094477253)]
    public void StandardErrorAt_TwoCauses_IsTheDeltaMethods(int step, double expected) =>
        CumulativeIncidence
            .FromTimes([1, 2, 3, 4, 5, 5], [1, 2, 0, 1, 0, 0], 1)
            .StandardErrorAt(step)
            .Should()
            .BeApproximately(expected, 1e-14);

    [Test]
    public void At_OneCauseOnly_IsWhatSurvivalLeaves()
    {
        double[] times = [1, 2, 2, 3, 4, 6];
        SurvivalCurve curve = SurvivalCurve.FromTimes(times, [true, true, false, true, false, true]);
        CumulativeIncidence incidence = CumulativeIncidence.FromTimes(times, [1, 1, 0, 1, 0, 1], 1);
        foreach (double time in new[] { 0.5, 1, 2, 3.5, 6, 7 })
        {
            EstimateAtTime lost = incidence.At(time, 0.9);
            EstimateAtTime kept = curve.At(time, 0.9);

            lost.AtRisk.Should().Be(kept.AtRisk);
            lost.Estimate.Value.Should().BeApproximately(1 - kept.Estimate.Value!.Value, 1e-15);
            (lost.Estimate.StandardError ?? -1).Should().BeApproximately(kept.Estimate.StandardError ?? -1, 1e-14);
            ConfidenceInterval turned = kept.Estimate.Interval!.Value;
            lost.Estimate.Interval!.Value.Lower.Should().BeApproximately(1 - turned.Upper, 1e-12);
            lost.Estimate.Interval.Value.Upper.Should().BeApproximately(1 - turned.Lower, 1e-12);
            lost.Estimate.Interval.Value.Method.Should().Be(turned.Method);
        }
    }

    [Test]
    public void At_CauseNotSeen_ClaimsNoCertainty()
    {
        CumulativeIncidence incidence = CumulativeIncidence.FromTimes([1, 2, 3], [2, 2, 0], 1);

        Estimate estimate = incidence.At(2.5).Estimate;

        // Three would have been there without the other cause: n/S = 1/(1/3).
        estimate.Value.Should().Be(0);
        estimate.StandardError.Should().Be(0);
        estimate.EffectiveSampleSize.Should().BeApproximately(3, 1e-12);
        estimate.Interval!.Value.Lower.Should().Be(0);
        estimate.Interval.Value.Upper.Should().BeApproximately(3.8414588206941236 / (3 + 3.8414588206941236), 1e-12);
    }

    [Test]
    public void At_OutsideTheObservations_HasNoValue()
    {
        CumulativeIncidence incidence = CumulativeIncidence.FromTimes([4, 6], [1, 0], 1, [2, 3]);

        incidence.At(2).Estimate.Value.Should().BeNull();
        incidence.At(7).Estimate.Value.Should().BeNull();
        incidence.At(7).Estimate.SampleSize.Should().Be(2);
        CumulativeIncidence.FromTimes([], [], 1).At(1).Estimate.Should().Be(Estimate.None);
    }

    [Test]
    public void FromTimes_ImpossibleArguments_AreRefused()
    {
        Action cause = () => CumulativeIncidence.FromTimes([1], [1], 0);
        Action negative = () => CumulativeIncidence.FromTimes([1], [-1], 1);
        Action lengths = () => CumulativeIncidence.FromTimes([1, 2], [1], 1);
        Action entries = () => CumulativeIncidence.FromTimes([1, 2], [1, 0], 1, [0]);
        Action time = () => CumulativeIncidence.FromTimes([double.NaN], [1], 1);
        Action at = () => CumulativeIncidence.FromTimes([1], [1], 1).At(-1);
        Action level = () => CumulativeIncidence.FromTimes([1], [1], 1).At(1, 0);
        cause.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("cause");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("causes");
        lengths.Should().Throw<ArgumentException>().WithParameterName("causes");
        entries.Should().Throw<ArgumentException>().WithParameterName("entries");
        time.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("times");
        at.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("time");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }
}
