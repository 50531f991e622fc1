using CxMetrics.Calculation.Numerics;

namespace CxMetrics.Calculation.Tests.Numerics;

public sealed class GeometricSumTests
{
    [TestCase(0.0, 5)]
    [TestCase(0.3, 0)]
    [TestCase(0.3, 1)]
    [TestCase(0.97, 36)]
    [TestCase(0.999, 1_000)]
    [TestCase(1.0, 17)]
    public void Of_AnyRatio_IsTheSumTermByTerm(double ratio, int terms)
    {
        double value = 0;
        double slope = 0;
        for (int power = 0; power < terms; power++)
        {
            value += Math.Pow(ratio, power);
            slope += power == 0 ? 0 : power * Math.Pow(ratio, power - 1);
        }

        GeometricSum sum = GeometricSum.Of(ratio, terms);
        sum.Value.Should().BeApproximately(value, 1e-12 * value);
        sum.Slope.Should().BeApproximately(slope, 1e-11 * slope);
    }

    [Test]
    public void Of_RatioNextToOne_KeepsItsDigits()
    {
        // n − C(n, 2)δ + C(n, 3)δ² − … for n = 1000, with a δ that is exact.
        double gap = Math.ScaleB(1, -40);
        double expected = 1000 - (499_500 * gap) + (166_167_000 * gap * gap);
        GeometricSum.Of(1 - gap, 1_000).Value.Should().BeApproximately(expected, 1e-12);
    }

    [Test]
    public void Of_TwoBillionTerms_TendsToTheEndlessSum() =>
        GeometricSum.Of(0.75, int.MaxValue).Value.Should().BeApproximately(4, 1e-14);
}
