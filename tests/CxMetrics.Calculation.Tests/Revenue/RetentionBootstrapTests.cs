using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class RetentionBootstrapTests
{
    private static readonly double[] Start = [.. Enumerable.Range(1, 400).Select(index => 10.0 + (index % 37))];
    private static readonly double[] End =
    [
        .. Start.Select(
            (amount, index) =>
                index % 11 == 0 ? 0
                : index % 5 == 0 ? amount * 1.2
                : amount
        ),
    ];

    [TestCase(BootstrapIntervalMethod.Basic)]
    [TestCase(BootstrapIntervalMethod.Percentile)]
    [TestCase(BootstrapIntervalMethod.BiasCorrectedAccelerated)]
    public void FromBootstrap_SameSeed_GivesTheSameOnAnyNumberOfThreads(BootstrapIntervalMethod method)
    {
        Estimate once = NetRevenueRetention.FromBootstrap(Start, End, 7, 2_000, method: method);
        Estimate again = NetRevenueRetention.FromBootstrap(Start, End, 7, 2_000, method: method);
        Estimate other = NetRevenueRetention.FromBootstrap(Start, End, 8, 2_000, method: method);
        again.Should().Be(once);
        other.Interval.Should().NotBe(once.Interval);
    }

    [Test]
    public void FromBootstrap_ManyAccounts_AgreesWithTheLinearisedStandardError()
    {
        Estimate bootstrap = NetRevenueRetention.FromBootstrap(Start, End, 3, 4_000);
        Estimate linearised = NetRevenueRetention.FromAccounts(Start, End);
        bootstrap
            .StandardError!.Value.Should()
            .BeApproximately(linearised.StandardError!.Value, 0.05 * linearised.StandardError.Value);
        bootstrap.Value.Should().Be(linearised.Value);
        bootstrap.Interval!.Value.Method.Should().Be(IntervalMethodNames.BootstrapPercentile);
    }

    [Test]
    public void FromBootstrap_HigherLevel_WidensTheInterval()
    {
        foreach (BootstrapIntervalMethod method in Enum.GetValues<BootstrapIntervalMethod>())
        {
            ConfidenceInterval narrow = Of(0.5, method);
            ConfidenceInterval wide = Of(0.99, method);
            wide.Lower.Should().BeLessThan(narrow.Lower);
            wide.Upper.Should().BeGreaterThan(narrow.Upper);
            narrow.Method.Should().Be(method.ToShortName());
        }
    }

    [Test]
    public void FromBootstrap_LevelNextToOne_EndsAtTheExtremeResamples()
    {
        ConfidenceInterval most = Of(1 - 1e-9, BootstrapIntervalMethod.Percentile);
        ConfidenceInterval more = Of(1 - 1e-6, BootstrapIntervalMethod.Percentile);
        most.Lower.Should().Be(more.Lower);
        most.Upper.Should().Be(more.Upper);
    }

    [Test]
    public void FromBootstrap_NothingLeftInSomeResamples_IsNotBelowZero()
    {
        foreach (BootstrapIntervalMethod method in Enum.GetValues<BootstrapIntervalMethod>())
        {
            for (int seed = 0; seed < 20; seed++)
            {
                double[] start = [1, 1.3, 2.1, 0.7];
                double[] end = [0, 0, 0, 0.7 + (0.1 * seed)];
                Estimate estimate = NetRevenueRetention.FromBootstrap(start, end, seed, 100, 0.999, method);
                estimate.Interval!.Value.Lower.Should().BeInRange(0, estimate.Value!.Value);
            }
        }
    }

    [Test]
    public void FromBootstrap_FewerThanAHundredResamples_IsRefused()
    {
        Action act = () => NetRevenueRetention.FromBootstrap(Start, End, 1, 99);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("resamples");
    }

    private static ConfidenceInterval Of(double level, BootstrapIntervalMethod method) =>
        NetRevenueRetention.FromBootstrap(Start, End, 1, 500, level, method).Interval!.Value;
}
