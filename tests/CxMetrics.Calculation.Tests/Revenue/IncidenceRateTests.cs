using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class IncidenceRateTests
{
    [Test]
    public void FromCount_NoEvents_IsZeroWithAWidth()
    {
        Estimate rate = IncidenceRate.FromCount(0, 350);
        rate.Value.Should().Be(0);
        rate.StandardError.Should().Be(0);
        rate.Interval!.Value.Lower.Should().Be(0);
        // −ln(0.025)/350.
        rate.Interval.Value.Upper.Should().BeApproximately(-Math.Log(0.025) / 350, 1e-12);
        rate.SampleSize.Should().Be(350);
    }

    [Test]
    public void FromCount_NoExposure_IsNone() => IncidenceRate.FromCount(0, 0).Should().Be(Estimate.None);

    [Test]
    public void FromCount_BillionsOfEvents_HasTheLimitsOfANormalRate()
    {
        Estimate rate = IncidenceRate.FromCount(4_000_000_000_000, 2);
        rate.Value.Should().Be(2e12);
        rate.Interval!.Value.Lower.Should().BeApproximately(2e12 - (1.959963984540054 * 1e6), 10);
        rate.Interval.Value.Upper.Should().BeApproximately(2e12 + (1.959963984540054 * 1e6), 10);
    }

    [Test]
    public void FromCount_HugeExposure_KeepsASampleSize() =>
        IncidenceRate.FromCount(1, 1e300).SampleSize.Should().Be(long.MaxValue);

    [TestCase(-1, 5.0, "events")]
    [TestCase(1, 0.0, "exposure")]
    [TestCase(1, -1.0, "exposure")]
    [TestCase(1, double.NaN, "exposure")]
    [TestCase(1, double.PositiveInfinity, "exposure")]
    [TestCase(1_000_000, 1e-305, "exposure")]
    public void FromCount_ImpossibleArguments_AreRefused(long events, double exposure, string name)
    {
        Action rate = () => IncidenceRate.FromCount(events, exposure);
        Action interval = () => GarwoodInterval.FromCount(events, exposure);
        rate.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
        interval.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void FromCount_HigherLevel_WidensTheInterval()
    {
        IntervalLimits before = GarwoodInterval.FromCount(7, 10, 0.01);
        foreach (double level in new[] { 0.5, 0.9, 0.95, 0.999, 1 - 1e-12 })
        {
            IntervalLimits limits = GarwoodInterval.FromCount(7, 10, level);
            limits.Lower.Should().BeLessThan(before.Lower);
            limits.Upper.Should().BeGreaterThan(before.Upper);
            before = limits;
        }
    }

    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(double.NaN)]
    public void FromCount_ImpossibleLevel_IsRefused(double level)
    {
        Action act = () => IncidenceRate.FromCount(0, 0, level);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(level));
    }
}
