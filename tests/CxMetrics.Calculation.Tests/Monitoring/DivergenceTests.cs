using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Monitoring;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class DivergenceTests
{
    [TestCase(ChangeVerdict.Up, ChangeVerdict.Down, true)]
    [TestCase(ChangeVerdict.Down, ChangeVerdict.Stable, true)]
    [TestCase(ChangeVerdict.Up, ChangeVerdict.Stable, true)]
    [TestCase(ChangeVerdict.Up, ChangeVerdict.Up, false)]
    [TestCase(ChangeVerdict.Down, ChangeVerdict.Down, false)]
    [TestCase(ChangeVerdict.Stable, ChangeVerdict.Stable, false)]
    [TestCase(ChangeVerdict.Down, ChangeVerdict.NotDistinguishable, false)]
    [TestCase(ChangeVerdict.Stable, ChangeVerdict.NotDistinguishable, false)]
    [TestCase(ChangeVerdict.NotDistinguishable, ChangeVerdict.NotDistinguishable, false)]
    public void IsBetween_Verdicts_AreCertainAndApart(ChangeVerdict one, ChangeVerdict other, bool expected)
    {
        Divergence.IsBetween(one, other).Should().Be(expected);
        Divergence.IsBetween(other, one).Should().Be(expected);
    }

    [Test]
    public void IsBetween_Unknown_IsRefused()
    {
        Action act = () => Divergence.IsBetween(ChangeVerdict.Up, (ChangeVerdict)9);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("second");
    }
}
