using CxMetrics.Calculation.Hypotheses;

namespace CxMetrics.Calculation.Tests.Hypotheses;

public sealed class ZTestTests
{
    [Test]
    public void TwoSidedPValue_KnownStatistic_IsTheNormalTail()
    {
        ZTest.TwoSidedPValue(-1.959963984540054, 1).Should().BeApproximately(0.05, 1e-14);
        ZTest.TwoSidedPValue(5, 0.5, 5).Should().Be(1);
    }

    [Test]
    public void TwoSidedPValue_NoSpread_IsUndefined() => ZTest.TwoSidedPValue(1, 0).Should().BeNull();

    [TestCase(double.NaN, 1, 0, "estimate")]
    [TestCase(1, -1, 0, "standardError")]
    [TestCase(1, double.NaN, 0, "standardError")]
    [TestCase(1, 1, double.PositiveInfinity, "hypothesis")]
    public void TwoSidedPValue_ImpossibleNumbers_AreRefused(double estimate, double error, double value, string name)
    {
        Action act = () => ZTest.TwoSidedPValue(estimate, error, value);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }
}
