namespace CxMetrics.Calculation.Tests;

public sealed class CustomerSatisfactionTests
{
    [TestCase(1, 2, ScaleDirection.HigherIsBetter, 2)]
    [TestCase(1, 3, ScaleDirection.HigherIsBetter, 3)]
    [TestCase(1, 4, ScaleDirection.HigherIsBetter, 3)]
    [TestCase(1, 5, ScaleDirection.HigherIsBetter, 4)]
    [TestCase(1, 7, ScaleDirection.HigherIsBetter, 6)]
    [TestCase(1, 8, ScaleDirection.HigherIsBetter, 6)]
    [TestCase(1, 10, ScaleDirection.HigherIsBetter, 8)]
    [TestCase(0, 10, ScaleDirection.HigherIsBetter, 8)]
    [TestCase(1, 5, ScaleDirection.LowerIsBetter, 2)]
    [TestCase(1, 10, ScaleDirection.LowerIsBetter, 3)]
    public void SatisfiedFrom_ByScale_IsTheEdgeOfTheTopBoxes(
        int minimum,
        int maximum,
        ScaleDirection direction,
        int expected
    ) => CustomerSatisfaction.SatisfiedFrom(new RatingScale(minimum, maximum, direction)).Should().Be(expected);

    [Test]
    public void CountSatisfied_WithAThreshold_CountsIt()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [1, 2, 3, 4, 5]);
        CustomerSatisfaction.CountSatisfied(answers).Should().Be(9);
        CustomerSatisfaction.CountSatisfied(answers, 5).Should().Be(5);
        CustomerSatisfaction.CountSatisfied(answers, 1).Should().Be(15);
    }

    [Test]
    public void CountSatisfied_WhereLowerIsBetter_CountsDownwards()
    {
        RatingDistribution answers = new(new RatingScale(1, 5, ScaleDirection.LowerIsBetter), [1, 2, 3, 4, 5]);
        CustomerSatisfaction.CountSatisfied(answers).Should().Be(3);
        CustomerSatisfaction.CountSatisfied(answers, 1).Should().Be(1);
    }

    [TestCase(0)]
    [TestCase(6)]
    public void TopBox_ThresholdOffTheScale_IsRefused(int threshold)
    {
        Action act = () => CustomerSatisfaction.TopBox(RatingDistribution.Empty(RatingScale.FivePoint), threshold);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("satisfiedFrom");
    }

    [Test]
    public void TopBox_OfAnswers_IsTheShareOfThem()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [4, 9, 21, 88, 141]);
        CustomerSatisfaction.TopBox(answers).Should().Be(Proportion.FromCounts(229, 263));
        CustomerSatisfaction
            .TopBox(answers, 5, 0.9, ShareIntervalMethod.Jeffreys)
            .Should()
            .Be(Proportion.FromCounts(141, 263, 0.9, ShareIntervalMethod.Jeffreys));
    }
}
