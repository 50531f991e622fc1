using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests.Intervals;

public sealed class LogitIntervalTests
{
    [Test]
    public void FromStandardError_ShareOfOne_IsSymmetricInLogOdds()
    {
        IntervalLimits limits = LogitInterval.FromStandardError(0.8, 0.05, 0, 1);
        double margin = 1.959963984540054 * 0.05 / (0.8 * 0.2);
        LogOdds(limits.Lower).Should().BeApproximately(LogOdds(0.8) - margin, 1e-12);
        LogOdds(limits.Upper).Should().BeApproximately(LogOdds(0.8) + margin, 1e-12);
    }

    [Test]
    public void FromStandardError_OtherBounds_IsTheShareMovedAndStretched()
    {
        IntervalLimits share = LogitInterval.FromStandardError(0.8, 0.05, 0, 1, 0.9);
        IntervalLimits moved = LogitInterval.FromStandardError(1 + (10 * 0.8), 0.5, 1, 11, 0.9);
        moved.Lower.Should().BeApproximately(1 + (10 * share.Lower), 1e-12);
        moved.Upper.Should().BeApproximately(1 + (10 * share.Upper), 1e-12);
    }

    [TestCase(1e-12, 1e10)]
    [TestCase(0.999999, 1e300)]
    public void FromStandardError_LargeError_StaysBetweenTheBounds(double value, double error)
    {
        IntervalLimits limits = LogitInterval.FromStandardError(value, error, 0, 1, 0.99);
        limits.Lower.Should().BeInRange(0, value);
        limits.Upper.Should().BeInRange(value, 1);
    }

    [Test]
    public void FromStandardError_NoError_HasNoWidth() =>
        LogitInterval.FromStandardError(0.25, 0, 0, 1).Should().Be(new IntervalLimits(0.25, 0.25));

    [TestCase(0.0, 0.1, 0.9, "value")]
    [TestCase(1.0, 0.1, 0.9, "value")]
    [TestCase(double.NaN, 0.1, 0.9, "value")]
    [TestCase(0.5, -0.1, 0.9, "standardError")]
    [TestCase(0.5, double.PositiveInfinity, 0.9, "standardError")]
    [TestCase(0.5, 0.1, 1.0, "level")]
    public void FromStandardError_ImpossibleArguments_AreRefused(double value, double error, double level, string name)
    {
        Action act = () => LogitInterval.FromStandardError(value, error, 0, 1, level);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    private static double LogOdds(double share) => Math.Log(share / (1 - share));

    [TestCase(-1.7e308, 1.7e308)]
    [TestCase(0, double.PositiveInfinity)]
    public void FromStandardError_BoundsTooFarApart_AreRefused(double minimum, double maximum)
    {
        Action act = () => LogitInterval.FromStandardError(1, 1, minimum, maximum);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(maximum));
    }
}
