namespace CxMetrics.Calculation.Tests;

public sealed class RatingDistributionTests
{
    [Test]
    public void FromScores_AnyOrder_CountsThem()
    {
        RatingDistribution answers = RatingDistribution.FromScores(RatingScale.FivePoint, [5, 1, 5, 3]);
        answers.Counts.ToArray().Should().Equal(1, 0, 1, 0, 2);
        answers.Total.Should().Be(4);
        answers[5].Should().Be(2);
    }

    [Test]
    public void FromScores_OffTheScale_IsRefused()
    {
        Action act = () => RatingDistribution.FromScores(RatingScale.FivePoint, [0]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("scores");
    }

    [Test]
    public void Constructor_NegativeCount_IsRefused()
    {
        Action act = () => _ = new RatingDistribution(RatingScale.FivePoint, [0, 0, -1, 0, 0]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("counts");
    }

    [Test]
    public void Constructor_TotalBeyondLong_Overflows()
    {
        Action act = () => _ = new RatingDistribution(RatingScale.FivePoint, [long.MaxValue, 0, 0, 0, 1]);
        act.Should().Throw<OverflowException>();
    }

    [Test]
    public void Addition_OfDifferentScales_IsRefused()
    {
        RatingDistribution effort = RatingDistribution.Empty(new RatingScale(1, 5, ScaleDirection.LowerIsBetter));
        Action act = () => _ = RatingDistribution.Empty(RatingScale.FivePoint) + effort;
        act.Should().Throw<ArgumentException>();
    }

    [Test]
    public void Median_EvenNumber_IsTheMeanOfTheMiddleTwo()
    {
        new RatingDistribution(RatingScale.FivePoint, [2, 0, 0, 1, 1]).Median.Should().Be(2.5);
        new RatingDistribution(RatingScale.FivePoint, [0, 3, 0, 0, 2]).Median.Should().Be(2);
        RatingDistribution.Empty(RatingScale.FivePoint).Median.Should().BeNull();
    }

    [Test]
    public void StandardDeviation_FewerThanTwo_IsUnknown()
    {
        new RatingDistribution(RatingScale.FivePoint, [0, 0, 0, 0, 1]).StandardDeviation.Should().BeNull();
        new RatingDistribution(RatingScale.FivePoint, [0, 0, 0, 0, 2]).StandardDeviation.Should().Be(0);
    }

    [Test]
    public void CountBest_ByDirection_CountsFromTheGoodEnd()
    {
        RatingDistribution up = new(RatingScale.FivePoint, [1, 2, 3, 4, 5]);
        RatingDistribution down = new(new RatingScale(1, 5, ScaleDirection.LowerIsBetter), [1, 2, 3, 4, 5]);
        (up.CountBest(2), up.CountWorst(2)).Should().Be((9, 3));
        (down.CountBest(2), down.CountWorst(2)).Should().Be((3, 9));
        up.CountBest(0).Should().Be(0);
    }

    [TestCase(-1)]
    [TestCase(6)]
    public void CountBest_MorePointsThanTheScale_IsRefused(int points)
    {
        RatingDistribution answers = RatingDistribution.Empty(RatingScale.FivePoint);
        Action best = () => answers.CountBest(points);
        Action worst = () => answers.CountWorst(points);
        best.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(points));
        worst.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(points));
    }
}
