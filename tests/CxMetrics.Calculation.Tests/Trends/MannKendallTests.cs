using CxMetrics.Calculation.Tests.Properties;
using CxMetrics.Calculation.Trends;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Trends;

public sealed class MannKendallTests
{
    [TestCase(0)]
    [TestCase(1)]
    public void FromValues_FewerThanTwo_HasNoTest(int length)
    {
        MannKendallResult result = MannKendall.FromValues(new double[length]);
        result.SampleSize.Should().Be(length);
        result.S.Should().Be(0);
        result.Variance.Should().Be(0);
        result.Z.Should().BeNull();
        result.PValue.Should().BeNull();
        result.TauB.Should().BeNull();
    }

    [TestCase(MannKendallMethod.ContinuityCorrected)]
    [TestCase(MannKendallMethod.Normal)]
    [TestCase(MannKendallMethod.Exact)]
    public void FromValues_AllEqual_HasNoTest(MannKendallMethod method)
    {
        MannKendallResult result = MannKendall.FromValues([7, 7, 7, 7], method);
        result.S.Should().Be(0);
        result.PValue.Should().BeNull();
        result.TauB.Should().BeNull();
    }

    [Test]
    public void FromValues_TwoDifferent_SaysNothing()
    {
        MannKendallResult result = MannKendall.FromValues([1, 2]);
        result.S.Should().Be(1);
        result.Variance.Should().Be(1);
        result.Z.Should().Be(0);
        result.PValue.Should().Be(1);
        result.TauB.Should().Be(1);
    }

    [Test]
    public void FromPoints_AllAtOnePosition_HasNoTest() =>
        MannKendall.FromPoints([3, 3, 3], [1, 2, 3]).PValue.Should().BeNull();

    [Test]
    public void FromPoints_PeriodsMissingAndUnordered_CountsAsTheSeriesWithoutThem() =>
        MannKendall.FromPoints([9, 1, 4, 5], [6, 2, 8, 3]).Should().Be(MannKendall.FromValues([2, 8, 3, 6]));

    [Test]
    public void FromValues_ManyRising_KeepsEveryPair()
    {
        double[] values = [.. Enumerable.Range(0, 100_000).Select(index => (double)index)];
        MannKendall.FromValues(values).S.Should().Be(4_999_950_000);
    }

    [TestCase(new double[] { 1, 2, 3, 4 }, 2.0 / 24)]
    [TestCase(new double[] { 1, 2, 3, 5, 4 }, 10.0 / 120)]
    [TestCase(new double[] { 2, 1 }, 1)]
    public void Exact_WithoutTies_CountsOrders(double[] values, double expected) =>
        MannKendall.FromValues(values, MannKendallMethod.Exact).PValue.Should().BeApproximately(expected, 1e-15);

    // Kendall (1975), appendix table 1: for n = 10, P(S >= 21) = .036.
    [Test]
    public void Exact_TenValues_AgreesWithKendallsTable()
    {
        MannKendallResult result = MannKendall.FromValues([1, 2, 3, 4, 10, 9, 8, 5, 6, 7], MannKendallMethod.Exact);
        result.S.Should().Be(21);
        result.PValue.Should().BeApproximately(2 * 0.036, 0.001);
    }

    [Test]
    public void Exact_Ties_AgreesWithAllOrders()
    {
        double[] values = [1, 1, 2, 2, 2, 3];
        foreach (double[] order in Orders([3, 1, 2, 2, 1, 2]).Take(20))
        {
            long s = Math.Abs(MannKendall.FromValues(order).S);
            double[][] all = [.. Orders(values)];
            double share = all.Count(other => Math.Abs(MannKendall.FromValues(other).S) >= s) / (double)all.Length;
            MannKendall.FromValues(order, MannKendallMethod.Exact).PValue.Should().BeApproximately(share, 1e-12);
        }
    }

    [Test]
    public void Exact_TwentyValues_DoesNotOverflow()
    {
        double[] values = [.. Enumerable.Range(0, 20).Select(index => (double)index)];
        double p = MannKendall.FromValues(values, MannKendallMethod.Exact).PValue!.Value;
        p.Should().BeApproximately(2 / 2432902008176640000.0, 1e-30);
    }

    [Test]
    public void Variance_TiesInBoth_IsThatOverAllOrders()
    {
        double[] positions = [1, 1, 2, 3, 3, 3];
        double[] values = [5, 5, 5, 6, 6, 9];
        double[] scores = [.. Orders(values).Select(order => (double)MannKendall.FromPoints(positions, order).S)];
        double variance = scores.Select(s => s * s).Average() - Math.Pow(scores.Average(), 2);
        MannKendall.FromPoints(positions, values).Variance.Should().BeApproximately(variance, 1e-12);
    }

    [Test]
    public void FromValues_AnySeries_CountsEveryPair() =>
        ForAll(
            SeriesGenerators.Points(),
            points =>
            {
                long s = points.SelectMany(a => points, (a, b) => Math.Sign(b.X - a.X) * Math.Sign(b.Y - a.Y)).Sum();
                MannKendallResult result = MannKendall.FromPoints(
                    [.. points.Select(point => point.X)],
                    [.. points.Select(point => point.Y)]
                );
                result.S.Should().Be(s / 2);
                (result.TauB ?? 0).Should().BeInRange(-1 - 1e-15, 1 + 1e-15);
            }
        );

    [Test]
    public void FromValues_MonotoneTransform_ChangesNothing() =>
        ForAll(
            SeriesGenerators.Series(),
            values =>
                MannKendall
                    .FromValues([.. values.Select(value => Math.Exp(value / 1000) - 5)])
                    .Should()
                    .Be(MannKendall.FromValues(values))
        );

    [Test]
    public void FromValues_TimeReversed_TurnsTheSign() =>
        ForAll(
            SeriesGenerators.Series(),
            values =>
            {
                MannKendallResult forth = MannKendall.FromValues(values);
                MannKendallResult back = MannKendall.FromValues([.. values.Reverse()]);
                back.Should().Be(forth with { S = -forth.S, Z = -forth.Z, TauB = -forth.TauB });
            }
        );

    [Test]
    public void FromValues_Impossible_IsRefused()
    {
        Action notFinite = () => MannKendall.FromValues([1, double.NaN]);
        Action unknown = () => MannKendall.FromValues([1, 2], (MannKendallMethod)9);
        Action uneven = () => MannKendall.FromPoints([1, 2], [1]);
        Action tooMany = () => MannKendall.FromValues(new double[21], MannKendallMethod.Exact);
        Action tied = () => MannKendall.FromPoints([1, 1, 2], [1, 2, 3], MannKendallMethod.Exact);
        notFinite.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
        unknown.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
        uneven.Should().Throw<ArgumentException>().WithParameterName("values");
        tooMany.Should().Throw<ArgumentException>().WithParameterName("values").WithMessage("*20*");
        tied.Should().Throw<ArgumentException>().WithParameterName("values");
    }

    private static IEnumerable<double[]> Orders(double[] values) =>
        values.Length < 2
            ? [values]
            : values.SelectMany(
                (first, index) =>
                    Orders([.. values[..index], .. values[(index + 1)..]]).Select(rest => (double[])[first, .. rest])
            );
}
