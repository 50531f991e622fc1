using CxMetrics.Calculation.Comparisons;

namespace CxMetrics.Calculation.Tests.Comparisons;

public sealed class RiskRatioTests
{
    [Test]
    public void FromCounts_SidesSwapped_GivesTheReciprocal()
    {
        Estimate ratio = RiskRatio.FromCounts(new(9, 60), new(21, 70));
        Estimate other = RiskRatio.FromCounts(new(21, 70), new(9, 60));

        ratio.Value.Should().BeApproximately(2, 1e-12);
        ratio.SampleSize.Should().Be(130);
        ratio.Interval!.Value.Lower.Should().BeApproximately(1 / other.Interval!.Value.Upper, 1e-12);
        ratio.Interval.Value.Upper.Should().BeApproximately(1 / other.Interval.Value.Lower, 1e-12);
        ratio.Interval.Value.Method.Should().Be("katzLog");
    }

    [Test]
    public void FromCounts_NoSuccesses_HasNoIntervalAndWithoutABaseNoValue()
    {
        Estimate none = RiskRatio.FromCounts(new(3, 10), new(0, 10));
        none.Value.Should().Be(0);
        none.StandardError.Should().BeNull();
        none.Interval.Should().BeNull();

        RiskRatio.FromCounts(new(0, 10), new(3, 10)).Value.Should().BeNull();
        RiskRatio.FromCounts(new(3, 10), default).Value.Should().BeNull();
        RiskRatio.FromCounts(default, default).SampleSize.Should().Be(0);
    }

    [Test]
    public void FromCounts_SuccessesOnly_HasNoIntervalThoughTheFormulaGivesAPoint()
    {
        RiskRatio.FromCounts(new(10, 10), new(10, 10)).Interval.Should().BeNull();
        KatzLogInterval.FromCounts(new(10, 10), new(10, 10))!.Value.Upper.Should().Be(1);
    }
}
