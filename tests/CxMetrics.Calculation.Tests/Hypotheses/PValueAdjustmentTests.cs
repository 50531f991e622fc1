using CxMetrics.Calculation.Hypotheses;

namespace CxMetrics.Calculation.Tests.Hypotheses;

public sealed class PValueAdjustmentTests
{
    [Test]
    public void Adjust_NoneOrOne_ChangesNothing()
    {
        foreach (PValueAdjustmentMethod method in Enum.GetValues<PValueAdjustmentMethod>())
        {
            PValueAdjustment.Adjust([], method).Should().BeEmpty();
            PValueAdjustment.Adjust([0.03], method).Should().Equal(0.03);
        }
    }

    [Test]
    public void Adjust_ByDefault_IsBenjaminiHochberg() =>
        PValueAdjustment.Adjust([0.02, 0.8, 0.01]).Should().Equal(0.03, 0.8, 0.03);

    [TestCase(-0.1)]
    [TestCase(1.1)]
    [TestCase(double.NaN)]
    public void Adjust_NoPValue_IsRefused(double pValue)
    {
        Action act = () => PValueAdjustment.Adjust([0.5, pValue]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("pValues");
    }

    [Test]
    public void Adjust_UnknownMethod_IsRefused()
    {
        Action act = () => PValueAdjustment.Adjust([0.5], (PValueAdjustmentMethod)9);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }
}
