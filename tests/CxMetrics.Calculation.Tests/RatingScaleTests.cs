namespace CxMetrics.Calculation.Tests;

public sealed class RatingScaleTests
{
    [TestCase(5, 5)]
    [TestCase(5, 1)]
    [TestCase(0, 11)]
    [TestCase(int.MinValue, int.MaxValue)]
    public void Constructor_TooFewOrTooManyPoints_IsRefused(int minimum, int maximum)
    {
        Action act = () => _ = new RatingScale(minimum, maximum, ScaleDirection.HigherIsBetter);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(maximum));
    }

    [Test]
    public void Equality_ByEndsAndDirection_TellsScalesApart()
    {
        new RatingScale(1, 5, ScaleDirection.HigherIsBetter).Should().Be(RatingScale.FivePoint);
        new RatingScale(1, 5, ScaleDirection.LowerIsBetter).Should().NotBe(RatingScale.FivePoint);
    }

    [Test]
    public void ToString_ByDirection_SaysWhichEndIsGood()
    {
        RatingScale.FivePoint.ToString().Should().Be("1 to 5");
        new RatingScale(1, 5, ScaleDirection.LowerIsBetter).ToString().Should().Be("1 to 5, lower is better");
    }
}
