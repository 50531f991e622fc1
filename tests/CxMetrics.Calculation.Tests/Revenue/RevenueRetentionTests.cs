using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class RevenueRetentionTests
{
    private static readonly double[] Start = [100, 200, 50, 150];
    private static readonly double[] End = [120, 200, 0, 100];

    [Test]
    public void FromAccounts_GoldenExample_HasThePublishedRates()
    {
        NetRevenueRetention.FromAccounts(Start, End).Value!.Value.Should().BeApproximately(0.84, 1e-15);
        GrossRevenueRetention.FromAccounts(Start, End).Value!.Value.Should().BeApproximately(0.80, 1e-15);
        RevenueChurn.Gross(Start, End).Value!.Value.Should().BeApproximately(0.20, 1e-15);
        RevenueChurn.Net(Start, End).Value!.Value.Should().BeApproximately(0.16, 1e-15);
        RevenueChurn.NetCreditingReactivation(Start, End, [60]).Value!.Value.Should().BeApproximately(0.04, 1e-15);
    }

    [Test]
    public void FromAccounts_NobodyPaidAtTheStart_IsNone()
    {
        double[] start = [0, 0];
        double[] end = [80, 60];
        NetRevenueRetention.FromAccounts(start, end).Should().Be(Estimate.None);
        GrossRevenueRetention.FromAccounts([], []).Should().Be(Estimate.None);
        RevenueChurn.Gross(start, end).Should().Be(Estimate.None);
        RevenueChurn.GrossFromMovements(start, end).Should().Be(Estimate.None);
        RevenueChurn.NetCreditingReactivation(start, end, [80, 60]).Should().Be(Estimate.None);
        NetRevenueRetention.FromBootstrap(start, end, seed: 1).Should().Be(Estimate.None);
    }

    [Test]
    public void FromAccounts_NewAndReactivatedAccounts_AreOutsideTheBase()
    {
        Estimate with = NetRevenueRetention.FromAccounts([.. Start, 0, 0], [.. End, 80, 60]);
        with.Should().Be(NetRevenueRetention.FromAccounts(Start, End));
        with.SampleSize.Should().Be(4);
    }

    [Test]
    public void FromAccounts_NoChange_HasAWidthFromTheAccountsThatCouldHaveBeenLost()
    {
        double[] amounts = [.. Enumerable.Repeat(100.0, 10)];
        // Wilson's lower limit for 10 of 10 is 1/(1 + z²/10).
        double lower = 1 / (1 + (1.959963984540054 * 1.959963984540054 / 10));
        foreach (NetRetentionIntervalMethod method in Enum.GetValues<NetRetentionIntervalMethod>())
        {
            Estimate estimate = NetRevenueRetention.FromAccounts(amounts, amounts, method: method);
            estimate.StandardError.Should().Be(0);
            estimate.Interval!.Value.Method.Should().Be(IntervalMethodNames.WilsonKish);
            estimate.Interval.Value.Lower.Should().BeApproximately(lower, 1e-12);
            estimate.Interval.Value.Upper.Should().BeApproximately(2 - lower, 1e-12);
        }

        RevenueChurn.Net(amounts, amounts).Interval!.Value.Upper.Should().BeApproximately(1 - lower, 1e-12);
        NetRevenueRetention
            .FromBootstrap(amounts, amounts, seed: 1)
            .Interval!.Value.Method.Should()
            .Be(IntervalMethodNames.WilsonKish);
    }

    [Test]
    public void FromAccounts_SameRiseForAll_CountsAsNoSpread()
    {
        double[] start = [.. Enumerable.Range(1, 40).Select(index => 7.3 * index)];
        double[] end = [.. start.Select(amount => amount * 1.07)];
        Estimate estimate = NetRevenueRetention.FromAccounts(start, end);
        estimate.Value!.Value.Should().BeApproximately(1.07, 1e-14);
        estimate.Interval!.Value.Method.Should().Be(IntervalMethodNames.WilsonKish);
        estimate.Interval.Value.MarginOfError.Should().BeGreaterThan(0.05);
    }

    [Test]
    public void FromAccounts_AllLost_IsZeroWithAnUpperLimit()
    {
        Estimate net = NetRevenueRetention.FromAccounts([10, 20, 30], [0, 0, 0]);
        Estimate gross = GrossRevenueRetention.FromAccounts([10, 20, 30], [0, 0, 0]);
        net.Value.Should().Be(0);
        net.Interval!.Value.Lower.Should().Be(0);
        net.Interval.Value.Upper.Should().BeApproximately(gross.Interval!.Value.Upper, 1e-15).And.BeLessThan(1);
        RevenueChurn.Net([10, 20, 30], [0, 0, 0]).Interval!.Value.Upper.Should().Be(1);
    }

    [TestCase(0.0)]
    [TestCase(0.5)]
    [TestCase(1.0)]
    [TestCase(3.0)]
    public void FromAccounts_OneAccount_HasNoStandardErrorAndAWideInterval(double factor)
    {
        Estimate net = NetRevenueRetention.FromAccounts([40], [40 * factor]);
        Estimate gross = GrossRevenueRetention.FromAccounts([40], [40 * factor]);
        net.Value.Should().Be(factor);
        net.StandardError.Should().BeNull();
        net.Interval!.Value.MarginOfError.Should().BeGreaterThan(0.35);
        net.Caveats.Should().Be(Caveats.LowSampleSize | Caveats.Concentrated);
        gross.Value.Should().Be(Math.Min(1, factor));
        gross.Interval!.Value.MarginOfError.Should().BeGreaterThan(0.35);
    }

    [Test]
    public void FromAccounts_FiellerUnbounded_LetsTheJackknifeAnswer()
    {
        // One account is all but everything: the mean of the start does not differ from 0 at this level.
        Estimate estimate = NetRevenueRetention.FromAccounts([1000, 1, 2], [900, 1, 3]);
        estimate.Interval!.Value.Method.Should().Be(IntervalMethodNames.JackknifeT);
        estimate.Interval.Value.Lower.Should().BeLessThan(0.9).And.BeGreaterThanOrEqualTo(0);
    }

    [Test]
    public void FromAccounts_Fieller_IsClippedAtNothing()
    {
        Estimate estimate = NetRevenueRetention.FromAccounts([1000, 500, 500, 250, 250], [1200, 500, 450, 250, 0]);
        estimate.Interval!.Value.Method.Should().Be(IntervalMethodNames.FiellerT);
        estimate.Interval.Value.Lower.Should().Be(0);
    }

    [Test]
    public void FromAccounts_EveryMethod_IsNamed()
    {
        double[] start = [.. Enumerable.Range(1, 60).Select(index => 10.0 + index)];
        double[] end =
        [
            .. start.Select(
                (amount, index) =>
                    index % 7 == 0 ? 0
                    : index % 5 == 0 ? amount * 1.3
                    : amount
            ),
        ];
        foreach (NetRetentionIntervalMethod method in Enum.GetValues<NetRetentionIntervalMethod>())
        {
            Estimate estimate = NetRevenueRetention.FromAccounts(start, end, method: method);
            estimate.Interval!.Value.Method.Should().Be(method.ToShortName());
            estimate.Caveats.Should().Be(Caveats.None);
        }

        foreach (GrossRetentionIntervalMethod method in Enum.GetValues<GrossRetentionIntervalMethod>())
        {
            Estimate estimate = GrossRevenueRetention.FromAccounts(start, end, method: method);
            estimate.Interval!.Value.Method.Should().Be(method.ToShortName());
        }
    }

    [TestCase(49, Caveats.LowSampleSize)]
    [TestCase(50, Caveats.None)]
    public void FromAccounts_NumberOfAccounts_DecidesTheCaveat(int accounts, Caveats caveats)
    {
        double[] amounts = [.. Enumerable.Repeat(10.0, accounts)];
        NetRevenueRetention.FromAccounts(amounts, amounts).Caveats.Should().Be(caveats);
    }

    [TestCase(16.0, Caveats.None)]
    [TestCase(17.0, Caveats.Concentrated)]
    public void FromAccounts_OneAccountOfMoreThanAQuarter_IsConcentrated(double largest, Caveats caveats)
    {
        // 48 accounts of 1: 16 of 64 is a quarter.
        double[] amounts = [.. Enumerable.Repeat(1.0, 48), largest, 0.0001];
        GrossRevenueRetention.FromAccounts(amounts, amounts).Caveats.Should().Be(caveats);
    }

    [TestCase(1e-300)]
    [TestCase(1e-12)]
    [TestCase(1e299)]
    public void FromAccounts_ExtremeMagnitudes_KeepTheirDigits(double unit)
    {
        double[] start = [.. Enumerable.Range(1, 60).Select(index => 10.0 + index)];
        double[] end = [.. start.Select((amount, index) => index % 7 == 0 ? 0 : amount * 1.01)];
        Estimate ordinary = NetRevenueRetention.FromAccounts(start, end);
        Estimate extreme = NetRevenueRetention.FromAccounts(
            [.. start.Select(amount => amount * unit)],
            [.. end.Select(amount => amount * unit)]
        );
        extreme.Value!.Value.Should().BeApproximately(ordinary.Value!.Value, 1e-12);
        extreme.StandardError!.Value.Should().BeApproximately(ordinary.StandardError!.Value, 1e-12);
        extreme.Interval!.Value.Lower.Should().BeApproximately(ordinary.Interval!.Value.Lower, 1e-12);
    }

    [Test]
    public void FromAccounts_LargeOffset_KeepsItsDigits()
    {
        // Changes of 1 on amounts of 1e9: the residuals are exact, and half of the accounts gained.
        double[] start = [.. Enumerable.Repeat(1e9, 100)];
        double[] end = [.. start.Select((amount, index) => amount + (index % 2))];
        Estimate estimate = NetRevenueRetention.FromAccounts(start, end, method: NetRetentionIntervalMethod.DeltaZ);
        double expected = Math.Sqrt(100 / 99.0 * 0.25 / 100) / 1e9;
        estimate.StandardError!.Value.Should().BeApproximately(expected, 1e-6 * expected);
    }

    [Test]
    public void FromAccounts_EndFarAboveTheStart_KeepsKishsNumber()
    {
        Estimate estimate = NetRevenueRetention.FromAccounts([1e-160, 2e-160, 5e-160], [1e40, 2e40, 0]);
        estimate.EffectiveSampleSize!.Value.Should().BeApproximately(64 / 30.0, 1e-12);
        estimate.Interval!.Value.Lower.Should().BeLessThan(estimate.Value!.Value);
    }

    [Test]
    public void FromAccounts_RatioBeyondEveryNumber_Overflows()
    {
        Action act = () => NetRevenueRetention.FromAccounts([1e-300, 1e-300], [1e300, 1]);
        act.Should().Throw<OverflowException>();
    }

    [Test]
    public void GrossFromMovements_LossBeyondTheStart_IsAnsweredByFieller()
    {
        double[] start = [.. Enumerable.Repeat(10.0, 60)];
        double[] losses =
        [
            .. Enumerable
                .Range(0, 60)
                .Select(index =>
                    index == 0 ? 25.0
                    : index % 6 == 0 ? 5
                    : 0
                ),
        ];
        RevenueChurn.GrossFromMovements(start, losses).Interval!.Value.Method.Should().Be(IntervalMethodNames.FiellerT);
        losses[0] = 10;
        RevenueChurn
            .GrossFromMovements(start, losses)
            .Interval!.Value.Method.Should()
            .Be(IntervalMethodNames.WilsonKish);
    }

    [Test]
    public void NetCreditingReactivation_ReturnedAccounts_CountAsUnits()
    {
        Estimate churn = RevenueChurn.NetCreditingReactivation(Start, End, [60, 10]);
        churn.SampleSize.Should().Be(6);
        churn.Value!.Value.Should().BeApproximately(0.02, 1e-15);
    }

    [Test]
    public void FromAccounts_ImpossibleAmounts_AreRefused()
    {
        foreach (double amount in new[] { -1, double.NaN, double.PositiveInfinity })
        {
            Action ofStart = () => NetRevenueRetention.FromAccounts([amount], [1]);
            Action ofEnd = () => GrossRevenueRetention.FromAccounts([1], [amount]);
            Action ofLosses = () => RevenueChurn.GrossFromMovements([1], [amount]);
            Action ofReturns = () => RevenueChurn.NetCreditingReactivation([1], [1], [amount]);
            ofStart.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("start");
            ofEnd.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("end");
            ofLosses.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("losses");
            ofReturns.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("reactivated");
        }
    }

    [Test]
    public void FromAccounts_ListsOfDifferentLength_AreRefused()
    {
        Action[] calls =
        [
            () => NetRevenueRetention.FromAccounts([1, 2], [1]),
            () => GrossRevenueRetention.FromAccounts([1, 2], [1]),
            () => RevenueChurn.Net([1, 2], [1]),
            () => RevenueChurn.Gross([1, 2], [1]),
        ];
        calls.Should().AllSatisfy(call => call.Should().Throw<ArgumentException>().WithParameterName("end"));
    }

    [Test]
    public void FromAccounts_UnknownMethod_IsRefused()
    {
        Action net = () => NetRevenueRetention.FromAccounts([], [], method: (NetRetentionIntervalMethod)99);
        Action gross = () => GrossRevenueRetention.FromAccounts([], [], method: (GrossRetentionIntervalMethod)99);
        Action bootstrap = () => NetRevenueRetention.FromBootstrap([], [], 1, method: (BootstrapIntervalMethod)99);
        net.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        gross.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        bootstrap.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    [Test]
    public void RenewalRate_ContractsDue_AreMeasuredLikeAccounts()
    {
        RenewalRate.Net(Start, End).Should().Be(NetRevenueRetention.FromAccounts(Start, End));
        RenewalRate.Gross(Start, End).Should().Be(GrossRevenueRetention.FromAccounts(Start, End));
        RenewalRate.Logo(4, 3).Value.Should().Be(0.75);
    }

    [Test]
    public void RenewalRate_NothingDue_IsNone()
    {
        RenewalRate.Net([], []).Should().Be(Estimate.None);
        RenewalRate.Gross([], []).Should().Be(Estimate.None);
        RenewalRate.Logo(0, 0).Should().Be(Estimate.None);
    }

    [Test]
    public void RenewalRate_ImpossibleArguments_AreRefusedByTheirOwnNames()
    {
        Action net = () => RenewalRate.Net([1], [-1]);
        Action gross = () => RenewalRate.Gross([-1], [1]);
        Action logo = () => RenewalRate.Logo(1, 2);
        net.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("renewed");
        gross.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("due");
        logo.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("renewed");
    }
}
