namespace CxMetrics.Calculation.Tests;

public sealed class MeanRatingTests
{
    [Test]
    public void FromDistribution_OneAnswer_AnswersWithPseudoAnswersWhateverIsAskedFor()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [0, 0, 1, 0, 0]);

        Estimate mean = MeanRating.FromDistribution(answers, 0.95, MeanIntervalMethod.StudentT);

        mean.Value.Should().Be(3);
        mean.StandardError.Should().BeNull();
        mean.Interval!.Value.Method.Should().Be("pseudoAnswers");
        mean.Interval.Value.Lower.Should().BeApproximately(1.6933573436399638, 1e-12);
    }

    [Test]
    public void FromDistribution_AllEqual_AnswersWithPseudoAnswersWhateverIsAskedFor()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [0, 0, 0, 0, 8]);

        Estimate mean = MeanRating.FromDistribution(answers, 0.95, MeanIntervalMethod.StudentT);

        mean.StandardError.Should().Be(0);
        mean.Interval!.Value.Method.Should().Be("pseudoAnswers");
        mean.Interval.Value.Upper.Should().Be(5);
    }

    [Test]
    public void FromDistribution_StudentT_IsNamedAndClippedToTheScale()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [0, 0, 0, 1, 1]);

        ConfidenceInterval interval = MeanRating
            .FromDistribution(answers, 0.95, MeanIntervalMethod.StudentT)
            .Interval!.Value;

        interval.Should().Be(new ConfidenceInterval(1, 5, 0.95, "t"));
    }

    [Test]
    public void FromDistribution_LowLevel_ExtendsTheIntervalToTheMean()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [0, 0, 0, 0, 3]);
        MeanRating.FromDistribution(answers, 0.01).Interval!.Value.Upper.Should().Be(5);
    }

    [Test]
    public void FromDistribution_HugeCounts_DoNotOverflow()
    {
        RatingDistribution answers = new(RatingScale.NetPromoter, [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, long.MaxValue]);
        MeanRating.FromDistribution(answers).Value.Should().Be(10);
    }

    [Test]
    public void FromDistribution_UnknownMethod_IsRefused()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [1, 0, 0, 0, 1]);
        Action act = () => MeanRating.FromDistribution(answers, 0.95, (MeanIntervalMethod)9);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    [Test]
    public void PercentOfMaximum_ByDirection_RisesTowardsTheGoodEnd()
    {
        RatingScale effort = new(1, 5, ScaleDirection.LowerIsBetter);
        MeanRating.PercentOfMaximum(new(RatingScale.FivePoint, [0, 0, 0, 1, 0])).Value.Should().Be(75);
        MeanRating.PercentOfMaximum(new(effort, [0, 0, 0, 1, 0])).Value.Should().Be(25);
        MeanRating.PercentOfMaximum(RatingDistribution.Empty(effort)).Should().Be(Estimate.None);
    }

    [TestCase(MeanIntervalMethod.PseudoAnswers)]
    [TestCase(MeanIntervalMethod.StudentT)]
    public void PercentOfMaximum_ByDirection_MirrorsTheInterval(MeanIntervalMethod method)
    {
        RatingScale effort = new(1, 5, ScaleDirection.LowerIsBetter);
        Estimate mean = MeanRating.FromDistribution(new(effort, [3, 4, 2, 0, 1]), 0.9, method);
        Estimate percent = MeanRating.PercentOfMaximum(new(effort, [3, 4, 2, 0, 1]), 0.9, method);
        percent.StandardError.Should().BeApproximately(25 * mean.StandardError!.Value, 1e-12);
        percent.Interval!.Value.Lower.Should().BeApproximately(25 * (5 - mean.Interval!.Value.Upper), 1e-12);
        percent.Interval.Value.Upper.Should().BeApproximately(25 * (5 - mean.Interval.Value.Lower), 1e-12);
        percent.Interval.Value.Method.Should().Be(method.ToShortName());
    }
}
