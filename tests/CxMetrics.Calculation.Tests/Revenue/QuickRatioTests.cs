using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class QuickRatioTests
{
    private static readonly double[] Gains = [20, 0, 0, 0, 80, 60];
    private static readonly double[] Losses = [0, 0, 50, 50, 0, 0];

    [Test]
    public void FromCustomers_GoldenExample_IsOnePointSix()
    {
        OpenEstimate ratio = QuickRatio.FromCustomers(Gains, Losses);
        ratio.Value!.Value.Should().BeApproximately(1.6, 1e-15);
        ratio.SampleSize.Should().Be(5);
        ratio.Caveats.Should().Be(Caveats.LowSampleSize | Caveats.Concentrated);
        QuickRatio.FromCustomers([20, 0, 0, 0, 80, 0], Losses).Value!.Value.Should().BeApproximately(1, 1e-15);
    }

    [Test]
    public void FromCustomers_Default_HasTheWilsonLimitsOfTheShareOfGains()
    {
        OpenEstimate ratio = QuickRatio.FromCustomers(Gains, Losses);
        double moved = (20 * 20) + (50 * 50) + (50 * 50) + (80 * 80) + (60.0 * 60);
        double number = 260 * 260 / moved;
        IntervalLimits share = WilsonInterval.FromShare(160 / 260.0, number);
        ratio.EffectiveSampleSize!.Value.Should().BeApproximately(number, 1e-12);
        ratio.Lower!.Value.Should().BeApproximately(share.Lower / (1 - share.Lower), 1e-12);
        ratio.Upper!.Value.Should().BeApproximately(share.Upper / (1 - share.Upper), 1e-12);
        ratio.Method.Should().Be(IntervalMethodNames.WilsonKish);
    }

    [Test]
    public void FromCustomers_LogDelta_IsSymmetricOnTheLogarithmicScale()
    {
        OpenEstimate ratio = QuickRatio.FromCustomers(Gains, Losses, method: QuickRatioIntervalMethod.LogDeltaT);
        // Residuals g − Ql: 20, −80, −80, 80, 60; t with four degrees of freedom.
        double error = Math.Sqrt(5 / 4.0 * (400 + 6400 + 6400 + 6400 + 3600)) / 100;
        double factor = Math.Exp(2.7764451051977987 * error / 1.6);
        ratio.StandardError!.Value.Should().BeApproximately(error, 1e-12);
        ratio.Lower!.Value.Should().BeApproximately(1.6 / factor, 1e-9);
        ratio.Upper!.Value.Should().BeApproximately(1.6 * factor, 1e-9);
        ratio.Method.Should().Be(IntervalMethodNames.LogDeltaT);
    }

    [Test]
    public void FromCustomers_NoLosses_HasALowerLimitOnly()
    {
        foreach (QuickRatioIntervalMethod method in Enum.GetValues<QuickRatioIntervalMethod>())
        {
            OpenEstimate ratio = QuickRatio.FromCustomers([10, 20, 0], [0, 0, 0], method: method);
            ratio.Value.Should().BeNull();
            ratio.StandardError.Should().BeNull();
            ratio.Upper.Should().BeNull();
            ratio.Lower!.Value.Should().BePositive();
            ratio.SampleSize.Should().Be(2);
        }
    }

    [Test]
    public void FromCustomers_NoGains_IsZeroWithAnUpperLimit()
    {
        foreach (QuickRatioIntervalMethod method in Enum.GetValues<QuickRatioIntervalMethod>())
        {
            OpenEstimate ratio = QuickRatio.FromCustomers([0, 0], [10, 20], method: method);
            ratio.Value.Should().Be(0);
            ratio.Lower.Should().Be(0);
            ratio.Upper!.Value.Should().BePositive();
            ratio.Method.Should().Be(IntervalMethodNames.WilsonKish);
        }
    }

    [Test]
    public void FromCustomers_NothingMoved_IsNone()
    {
        QuickRatio.FromCustomers([0, 0], [0, 0]).Should().Be(OpenEstimate.None);
        QuickRatio.FromCustomers([], []).Should().Be(OpenEstimate.None);
    }

    [Test]
    public void FromCustomers_OneCustomer_HasNoStandardError()
    {
        OpenEstimate ratio = QuickRatio.FromCustomers([30], [10]);
        ratio.Value.Should().Be(3);
        ratio.StandardError.Should().BeNull();
        ratio.Lower!.Value.Should().BeLessThan(3);
        ratio.Upper!.Value.Should().BeGreaterThan(3);
    }

    [Test]
    public void FromCustomers_AmountsNextToTheLargestNumber_DoNotOverflow()
    {
        OpenEstimate ratio = QuickRatio.FromCustomers([1e308, 1e308, 0], [0, 1e308, 1e308]);
        ratio.Value.Should().Be(1);
        double.IsFinite(ratio.Upper!.Value).Should().BeTrue();
    }

    [Test]
    public void FromCustomers_ImpossibleArguments_AreRefused()
    {
        Action gains = () => QuickRatio.FromCustomers([-1], [1]);
        Action losses = () => QuickRatio.FromCustomers([1], [double.NaN]);
        Action length = () => QuickRatio.FromCustomers([1], []);
        Action method = () => QuickRatio.FromCustomers([1], [1], method: (QuickRatioIntervalMethod)9);
        Action level = () => QuickRatio.FromCustomers([1], [1], 1);
        gains.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("gains");
        losses.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("losses");
        length.Should().Throw<ArgumentException>().WithParameterName("losses");
        method.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }
}
