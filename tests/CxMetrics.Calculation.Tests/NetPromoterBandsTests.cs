namespace CxMetrics.Calculation.Tests;

public sealed class NetPromoterBandsTests
{
    [Test]
    public void FromDistribution_OneAnswerPerPoint_SortsThemByBand()
    {
        RatingDistribution answers = new(RatingScale.NetPromoter, [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1]);
        NetPromoterBands.FromDistribution(answers).Should().Be(new NetPromoterBands(7, 2, 2));
    }

    [Test]
    public void FromDistribution_AnotherScale_IsRefused()
    {
        RatingScale reversed = new(0, 10, ScaleDirection.LowerIsBetter);
        foreach (RatingScale scale in (RatingScale[])[RatingScale.FivePoint, RatingScale.SevenPoint, reversed])
        {
            Action act = () => NetPromoterBands.FromDistribution(RatingDistribution.Empty(scale));
            act.Should().Throw<ArgumentException>().WithParameterName("distribution");
        }
    }

    [Test]
    public void Addition_OfTwo_AddsEveryBand()
    {
        NetPromoterBands sum = new NetPromoterBands(1, 2, 3) + new NetPromoterBands(10, 20, 30);
        sum.Should().Be(new NetPromoterBands(11, 22, 33));
        sum.Total.Should().Be(66);
    }

    [TestCase(-1, 0, 0, "detractors")]
    [TestCase(0, -1, 0, "passives")]
    [TestCase(0, 0, -1, "promoters")]
    public void Constructor_NegativeCount_IsRefused(long detractors, long passives, long promoters, string name)
    {
        Action act = () => _ = new NetPromoterBands(detractors, passives, promoters);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void Constructor_TotalBeyondLong_Overflows()
    {
        Action act = () => _ = new NetPromoterBands(long.MaxValue, 1, 0);
        act.Should().Throw<OverflowException>();
    }

    [Test]
    public void Addition_BeyondLong_Overflows()
    {
        NetPromoterBands half = new(0, 0, long.MaxValue);
        Action act = () => _ = half + half;
        act.Should().Throw<OverflowException>();
    }
}
