namespace CxMetrics.Calculation.Tests;

public sealed class CustomerEffortScoreTests
{
    private static readonly RatingDistribution SevenPoint = new(RatingScale.SevenPoint, [1, 2, 4, 8, 16, 32, 64]);
    private static readonly RatingDistribution FivePoint = new(RatingScale.FivePoint, [1, 2, 4, 8, 16]);
    private static readonly RatingDistribution Effort = new(
        new RatingScale(1, 5, ScaleDirection.LowerIsBetter),
        [1, 2, 4, 8, 16]
    );

    [Test]
    public void ShareAgreeing_ByScale_CountsTheGoodSideOfTheMidpoint()
    {
        CustomerEffortScore.ShareAgreeing(SevenPoint).Should().Be(Proportion.FromCounts(16 + 32 + 64, 127));
        CustomerEffortScore.ShareAgreeing(FivePoint).Should().Be(Proportion.FromCounts(8 + 16, 31));
        CustomerEffortScore.ShareAgreeing(Effort).Should().Be(Proportion.FromCounts(1 + 2, 31));
    }

    [Test]
    public void NetEase_ByScale_IsTopBoxesMinusTheBadSide()
    {
        NetEaseBands.FromDistribution(SevenPoint).Should().Be(new NetEaseBands(96, 24, 7));
        NetEaseBands.FromDistribution(FivePoint).Should().Be(new NetEaseBands(24, 4, 3));
        NetEaseBands.FromDistribution(Effort).Should().Be(new NetEaseBands(3, 4, 24));
        CustomerEffortScore.NetEase(SevenPoint).Value.Should().BeApproximately(89.0 / 127, 1e-15);
        CustomerEffortScore.NetEase(Effort).Value.Should().BeApproximately(-21.0 / 31, 1e-15);
    }

    [Test]
    public void CountAgreeing_OwnThreshold_CountsFromThere()
    {
        CustomerEffortScore.CountAgreeing(SevenPoint, 6).Should().Be(32 + 64);
        CustomerEffortScore.CountAgreeing(Effort, 3).Should().Be(1 + 2 + 4);
        foreach (RatingDistribution answers in new[] { SevenPoint, FivePoint, Effort })
        {
            CustomerEffortScore
                .CountAgreeing(answers, CustomerEffortScore.AgreeFrom(answers.Scale))
                .Should()
                .Be(CustomerEffortScore.CountAgreeing(answers));
        }

        CustomerEffortScore.AgreeFrom(RatingScale.SevenPoint).Should().Be(5);
        CustomerEffortScore.AgreeFrom(Effort.Scale).Should().Be(2);
        Action offTheScale = () => CustomerEffortScore.CountAgreeing(FivePoint, 6);
        offTheScale.Should().Throw<ArgumentOutOfRangeException>();
    }

    [Test]
    public void NetEase_OwnThresholds_MoveTheBands()
    {
        NetEaseBands.FromDistribution(SevenPoint, 5, 2).Should().Be(new NetEaseBands(112, 12, 3));
        NetEaseBands.FromDistribution(Effort, 1, 5).Should().Be(new NetEaseBands(1, 14, 16));
        NetEaseBands.FromDistribution(SevenPoint, difficultFrom: 5).Should().Be(new NetEaseBands(96, 0, 31));
        NetEaseBands.EasyFrom(RatingScale.SevenPoint).Should().Be(6);
        NetEaseBands.DifficultFrom(RatingScale.SevenPoint).Should().Be(3);
        NetEaseBands.DifficultFrom(Effort.Scale).Should().Be(4);
        foreach ((int? easy, int? difficult) in new (int?, int?)[] { (3, null), (null, 6), (8, null), (null, 0) })
        {
            Action wrong = () => NetEaseBands.FromDistribution(SevenPoint, easy, difficult);
            wrong.Should().Throw<ArgumentOutOfRangeException>();
        }
    }

    [Test]
    public void Mean_OfAnswers_IsTheMeanRating() =>
        CustomerEffortScore.Mean(SevenPoint, 0.9).Should().Be(MeanRating.FromDistribution(SevenPoint, 0.9));

    [Test]
    public void EveryForm_NoAnswers_HasNoValue()
    {
        RatingDistribution none = RatingDistribution.Empty(RatingScale.SevenPoint);
        CustomerEffortScore.Mean(none).Should().Be(Estimate.None);
        CustomerEffortScore.ShareAgreeing(none).Should().Be(Estimate.None);
        CustomerEffortScore.NetEase(none).Should().Be(Estimate.None);
    }

    [TestCase(-1, 0, 0, "easy")]
    [TestCase(0, -1, 0, "neutral")]
    [TestCase(0, 0, -1, "difficult")]
    public void NetEaseBands_NegativeCount_IsRefused(long easy, long neutral, long difficult, string name)
    {
        Action act = () => _ = new NetEaseBands(easy, neutral, difficult);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }
}
