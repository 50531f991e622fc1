using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests;

public sealed class SatisfactionIndexTests
{
    private static readonly RatingScale TenPoint = new(1, 10, ScaleDirection.HigherIsBetter);
    private static readonly RatingScale[] Items = [TenPoint, TenPoint, TenPoint];

    [TestCase(10, 10, 10, 100)]
    [TestCase(1, 1, 1, 0)]
    [TestCase(8, 7, 6, (8 + 7 + 6 - 3) / 27.0 * 100)]
    public void Score_ThreeItems_IsTheirSumByTheLargest(int first, int second, int third, double expected) =>
        SatisfactionIndex.Score(Items, [first, second, third]).Should().BeApproximately(expected, 1e-12);

    [Test]
    public void Score_FewerThanTwoThirdsAnswered_IsNone()
    {
        SatisfactionIndex.Score(Items, [10, null, 1]).Should().Be(50);
        SatisfactionIndex.Score(Items, [10, null, null]).Should().BeNull();
        SatisfactionIndex.Score(Items, [null, null, null]).Should().BeNull();
        SatisfactionIndex.Score([TenPoint], [null]).Should().BeNull();
        SatisfactionIndex.Score([TenPoint, TenPoint], [10, null]).Should().BeNull();
    }

    [Test]
    public void Score_OtherScalesAndDirections_CountFromTheirBadEnd()
    {
        RatingScale effort = new(1, 5, ScaleDirection.LowerIsBetter);
        SatisfactionIndex.Score([TenPoint, effort], [10, 1]).Should().Be(100);
        SatisfactionIndex.Score([TenPoint, effort], [10, 5]).Should().Be(50);
    }

    [Test]
    public void FromAnswers_Respondents_IsTheMeanOfTheirScores()
    {
        int?[] answers = [10, 10, 10, null, null, 3, 1, null, 1, 5, 6, null];
        BootstrapDistribution index = SatisfactionIndex.FromAnswers(Items, answers, 1);
        index.Value.Should().BeApproximately((100 + 0 + 50) / 3.0, 1e-12);
        index.SampleSize.Should().Be(3);
        ConfidenceInterval interval = index.Interval()!.Value;
        interval.Lower.Should().BeInRange(0, index.Value!.Value);
        interval.Upper.Should().BeInRange(index.Value.Value, 100);
        index.ToEstimate().Caveats.Should().HaveFlag(Caveats.LowSampleSize);
    }

    [Test]
    public void FromAnswers_NoScores_HasNoValue()
    {
        SatisfactionIndex.FromAnswers(Items, [], 1).ToEstimate().Should().Be(Estimate.None);
        SatisfactionIndex.FromAnswers(Items, [null, 4, null], 1).ToEstimate().Should().Be(Estimate.None);
    }

    [Test]
    public void FromAnswers_OneRespondent_HasAValueOnly()
    {
        Estimate index = SatisfactionIndex.FromAnswers(Items, [10, 10, 1], 1).ToEstimate();
        index.Value.Should().BeApproximately(200 / 3.0, 1e-12);
        (index.StandardError, index.Interval).Should().Be((null, null));
    }

    [Test]
    public void FromAnswers_ManyRespondents_IsCloseToTheNormalInterval()
    {
        Random random = new(5);
        int?[] answers = [.. Enumerable.Range(0, 30_000).Select(_ => (int?)random.Next(4, 11))];
        BootstrapDistribution index = SatisfactionIndex.FromAnswers(Items, answers, 1);
        double error = 100 / 9.0 * Math.Sqrt(4 / 3.0) / Math.Sqrt(10_000);
        index.StandardError.Should().BeApproximately(error, 0.1 * error);
        index.Interval()!.Value.MarginOfError.Should().BeApproximately(1.96 * error, 0.2 * error);
    }

    [Test]
    public void EveryMember_BadArguments_AreRefused()
    {
        Action none = () => SatisfactionIndex.Score([], []);
        Action noItems = () => SatisfactionIndex.FromAnswers([], [1], 1);
        Action fewer = () => SatisfactionIndex.Score(Items, [1, 2]);
        Action rest = () => SatisfactionIndex.FromAnswers(Items, [1, 2, 3, 4], 1);
        Action off = () => SatisfactionIndex.Score(Items, [1, 2, 11]);
        none.Should().Throw<ArgumentException>().WithParameterName("items");
        noItems.Should().Throw<ArgumentException>().WithParameterName("items");
        fewer.Should().Throw<ArgumentException>().WithParameterName("answers");
        rest.Should().Throw<ArgumentException>().WithParameterName("answers");
        off.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("answers");
    }

    // 100 as the mean plus a deviation rounds to 100.00000000000001.
    [Test]
    public void FromAnswers_NearTheEndOfTheScale_DoesNotPassIt()
    {
        RatingScale[] items = [RatingScale.SevenPoint, RatingScale.SevenPoint, RatingScale.SevenPoint];
        BootstrapDistribution index = SatisfactionIndex.FromAnswers(items, [7, 7, 7, 7, 7, 6, 7, 6, 7], 1);
        index.Interval(0.999)!.Value.Upper.Should().Be(100);
        index.Interval(0.999, BootstrapIntervalMethod.Percentile)!.Value.Upper.Should().Be(100);
    }

    [Test]
    public void Score_AnItemWithoutScale_IsRefused()
    {
        Action act = () => SatisfactionIndex.Score([RatingScale.FivePoint, null!], [3, 3]);
        act.Should().Throw<ArgumentNullException>().WithParameterName("items");
    }
}
