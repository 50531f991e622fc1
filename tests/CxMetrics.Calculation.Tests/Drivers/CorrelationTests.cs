using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Ranking;

namespace CxMetrics.Calculation.Tests.Drivers;

public sealed class CorrelationTests
{
    private delegate Correlation Method(ReadOnlySpan<double> first, ReadOnlySpan<double> second, double level);

    private static readonly Method[] Methods =
    [
        PearsonCorrelation.FromPairs,
        SpearmanCorrelation.FromPairs,
        KendallCorrelation.FromPairs,
    ];

    [TestCase(0)]
    [TestCase(1)]
    public void FromPairs_FewerThanTwo_AreUndefined(int pairs)
    {
        foreach (Method method in Methods)
        {
            Correlation correlation = method(new double[pairs], new double[pairs], 0.95);
            correlation.Coefficient.Should().Be(Estimate.None with { SampleSize = pairs });
            correlation.Statistic.Should().BeNull();
            correlation.PValue.Should().BeNull();
            correlation.ExactPValue.Should().BeNull();
        }
    }

    [Test]
    public void FromPairs_AConstantColumn_IsUndefined()
    {
        double[] constant = [0.1, 0.1, 0.1, 0.1, 0.1];
        double[] other = [1, 2, 3, 4, 6];
        foreach (Method method in Methods)
        {
            method(constant, other, 0.95).Coefficient.Should().Be(Estimate.None with { SampleSize = 5 });
            method(other, constant, 0.95).Coefficient.Should().Be(Estimate.None with { SampleSize = 5 });
        }
    }

    [TestCase(1, 3)]
    [TestCase(-1, 7)]
    public void FromPairs_OnAStraightLine_AreExactlyOneWithoutAnInterval(int sign, double slope)
    {
        double[] first = [1, 2, 3, 4, 5, 6.5, 8, 11];
        double[] second = [.. first.Select(x => (sign * slope * x) + 0.3)];
        foreach (Method method in Methods)
        {
            Correlation correlation = method(first, second, 0.95);
            correlation.Coefficient.Value.Should().Be(sign);
            correlation.Coefficient.StandardError.Should().BeLessThan(1e-15);
            correlation.Coefficient.Interval.Should().BeNull();
        }

        Correlation pearson = PearsonCorrelation.FromPairs(first, second);
        pearson.Statistic.Should().BeNull();
        pearson.PValue.Should().Be(0);
    }

    [Test]
    public void FromPairs_TwoPairs_HaveACoefficientWithoutATest()
    {
        Correlation pearson = PearsonCorrelation.FromPairs([1, 2], [5, 3]);
        pearson.Coefficient.Value.Should().Be(-1);
        pearson.PValue.Should().BeNull();
        SpearmanCorrelation.FromPairs([1, 2], [5, 3]).ExactPValue.Should().Be(1);
    }

    [TestCase(3, false, false)]
    [TestCase(4, true, false)]
    [TestCase(5, true, true)]
    public void FromPairs_FewPairs_HaveAnIntervalFromFourOrFive(int pairs, bool product, bool kendall)
    {
        double[] first = [1, 2, 3, 4, 5];
        double[] second = [2, 1, 5, 4, 7];
        Correlation[] all =
        [
            .. Methods.Select(method => method(first.AsSpan(0, pairs), second.AsSpan(0, pairs), 0.95)),
        ];
        all.Select(item => item.Coefficient.Interval is not null).Should().Equal(product, product, kendall);
        all.Select(item => item.Coefficient.StandardError is not null).Should().Equal(product, product, kendall);
    }

    [Test]
    public void Pearson_LargeOffsetsAndMagnitudes_LoseNoDigits()
    {
        double[] first = [1, 2, 4, 7, 11, 16, 18, 25];
        double[] second = [3, 1, 6, 5, 9, 8, 12, 10];
        double expected = PearsonCorrelation.FromPairs(first, second).Coefficient.Value!.Value;

        Pearson([.. first.Select(x => x + 1e15)], second).Should().BeApproximately(expected, 1e-15);
        Pearson([.. first.Select(x => x * 1e300)], [.. second.Select(y => y * 1e-300)])
            .Should()
            .BeApproximately(expected, 1e-15);
        Pearson([.. first.Select(x => x * 1e-322)], second).Should().BeInRange(0.8, 0.9);
        Pearson([-1.7e308, 0, 1.7e308], [1, 2, 4]).Should().BeApproximately(Pearson([-1, 0, 1], [1, 2, 4]), 1e-15);
    }

    [Test]
    public void Pearson_NearlyPerfect_KeepsTheDigitsOfT()
    {
        // y = x + d with d = s(1, -2, 1, 0, 0), which is at right angles to 1 and to x: Σxy = Σx² = 10, Σy² = 10 + 6s², t² = 3 · 10/(6s²).
        double[] first = [-2, -1, 0, 1, 2];
        const double Step = 1.0 / (1 << 24);
        double[] second = [-2 + Step, -1 - (2 * Step), Step, 1, 2];
        Correlation correlation = PearsonCorrelation.FromPairs(first, second);

        double tSquared = 3 * 10 / (6 * Step * Step);
        correlation.Coefficient.Value.Should().BeGreaterThan(1 - 2e-15);
        (correlation.Statistic * correlation.Statistic ?? 0).Should().BeApproximately(tSquared, 1e-6 * tSquared);
    }

    [Test]
    public void Kendall_TiesInBothColumns_AreCountedOnce()
    {
        // Of the ten pairs two are tied in the first column, four in the second, one of them in both.
        double[] first = [1, 1, 2, 2, 3];
        double[] second = [1, 2, 2, 2, 1];
        PairOrder order = PairOrder.Of(first, second);
        order.Concordant.Should().Be(2);
        order.Discordant.Should().Be(3);
        order.First.Pairs.Should().Be(2);
        order.Second.Pairs.Should().Be(4);
        KendallCorrelation
            .FromPairs(first, second)
            .Coefficient.Value.Should()
            .BeApproximately(-1 / Math.Sqrt(48), 1e-15);
    }

    [TestCase(50_000)]
    public void Kendall_ManyPairs_AreCountedInOneSort(int pairs)
    {
        double[] first = [.. Enumerable.Range(0, pairs).Select(index => (double)index)];
        double[] second = [.. first.Select(x => -x)];
        KendallCorrelation.FromPairs(first, second).Coefficient.Value.Should().Be(-1);
        PairOrder.Of(first, second).Discordant.Should().Be((long)pairs * (pairs - 1) / 2);
    }

    [TestCase(1.0)]
    [TestCase(-1.0)]
    public void Interval_OfAPerfectCoefficient_HasNoWidth(double coefficient)
    {
        IntervalLimits expected = new(coefficient, coefficient);
        CorrelationInterval.Fisher(coefficient, 10).Should().Be(expected);
        CorrelationInterval.BonettWright(coefficient, 10).Should().Be(expected);
        CorrelationInterval.Kendall(coefficient, 10).Should().Be(expected);
    }

    [Test]
    public void Interval_ImpossibleArguments_AreRefused()
    {
        Action coefficient = () => CorrelationInterval.Fisher(1.1, 10);
        Action pairs = () => CorrelationInterval.BonettWright(0.5, -1);
        Action level = () => CorrelationInterval.Kendall(0.5, 10, 1);
        coefficient.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("coefficient");
        pairs.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pairs");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    [Test]
    public void FromPairs_ImpossibleArguments_AreRefused()
    {
        foreach (Method method in Methods)
        {
            Action length = () => method([1, 2], [1], 0.95);
            Action first = () => method([1, double.NaN], [1, 2], 0.95);
            Action second = () => method([1, 2], [1, double.PositiveInfinity], 0.95);
            Action level = () => method([1, 2], [1, 2], 0);
            length.Should().Throw<ArgumentException>().WithParameterName("second");
            first.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("first");
            second.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("second");
            level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        }
    }

    private static double Pearson(double[] first, double[] second) =>
        PearsonCorrelation.FromPairs(first, second).Coefficient.Value!.Value;
}
