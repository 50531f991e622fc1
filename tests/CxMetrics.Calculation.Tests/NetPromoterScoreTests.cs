namespace CxMetrics.Calculation.Tests;

public sealed class NetPromoterScoreTests
{
    // Golden numbers of the metric definitions, 95 %, as printed there.
    [TestCase(0, 0, 1, 100.0, -58.7, 100.0)]
    [TestCase(0, 0, 5, 100.0, 13.1, 100.0)]
    [TestCase(0, 5, 0, 0.0, -43.4, 43.4)]
    [TestCase(6, 13, 32, 51.0, 29.2, 67.3)]
    [TestCase(20, 30, 50, 30.0, 14.0, 44.3)]
    [TestCase(200, 300, 500, 30.0, 25.1, 34.8)]
    public void FromBands_Tango_GivesTheGoldenNumbers(
        long detractors,
        long passives,
        long promoters,
        double value,
        double lower,
        double upper
    ) => Check(NetScoreIntervalMethod.TangoScore, new(detractors, passives, promoters), value, lower, upper);

    [TestCase(0, 0, 1, 100.0, -48.5, 100.0)]
    [TestCase(0, 0, 5, 100.0, 17.5, 100.0)]
    [TestCase(0, 5, 0, 0.0, -30.0, 30.0)]
    [TestCase(6, 13, 32, 51.0, 29.3, 67.0)]
    [TestCase(20, 30, 50, 30.0, 14.1, 44.2)]
    [TestCase(200, 300, 500, 30.0, 25.1, 34.7)]
    public void FromBands_AdjustedWald_GivesTheGoldenNumbers(
        long detractors,
        long passives,
        long promoters,
        double value,
        double lower,
        double upper
    ) => Check(NetScoreIntervalMethod.AdjustedWald, new(detractors, passives, promoters), value, lower, upper);

    [Test]
    public void FromDistribution_SixAnswers_GivesScoreAndVariance()
    {
        RatingDistribution answers = RatingDistribution.FromScores(RatingScale.NetPromoter, [0, 7, 7, 9, 9, 9]);

        Estimate score = NetPromoterScore.FromDistribution(answers);

        score.Value.Should().BeApproximately(100.0 / 3, 1e-12);
        score.StandardError.Should().BeApproximately(100 * Math.Sqrt(5.0 / 9 / 6), 1e-12);
        score.SampleSize.Should().Be(6);
    }

    [Test]
    public void FromBands_NoAnswers_HasNoValue() => NetPromoterScore.FromBands(default).Should().Be(Estimate.None);

    [TestCase(0, 0, 1)]
    [TestCase(0, 7, 0)]
    [TestCase(4, 0, 0)]
    public void FromBands_WaldWithoutSpread_AnswersWithTango(long detractors, long passives, long promoters)
    {
        NetPromoterBands bands = new(detractors, passives, promoters);

        Estimate score = NetPromoterScore.FromBands(bands, 0.95, NetScoreIntervalMethod.Wald);

        score.Should().Be(NetPromoterScore.FromBands(bands));
        score.Interval!.Value.Method.Should().Be("tangoScore");
        score.StandardError.Should().Be(0);
    }

    [Test]
    public void FromBands_WaldWithSpread_IsNamedAndClipped()
    {
        ConfidenceInterval interval = NetPromoterScore
            .FromBands(new(0, 1, 1), 0.95, NetScoreIntervalMethod.Wald)
            .Interval!.Value;

        interval.Method.Should().Be("wald");
        interval.Upper.Should().Be(100);
    }

    [Test]
    public void FromBands_VeryManyAnswers_KeepsItsDigits()
    {
        // At this size all three methods meet: the difference between them is of order 1/n.
        NetPromoterBands bands = new(1_000_000_000_000, 3_000_000_000_000, 6_000_000_000_000);

        Estimate tango = NetPromoterScore.FromBands(bands);
        Estimate wald = NetPromoterScore.FromBands(bands, 0.95, NetScoreIntervalMethod.Wald);

        tango.Interval!.Value.Lower.Should().BeApproximately(wald.Interval!.Value.Lower, 1e-9);
        tango.Interval.Value.Upper.Should().BeApproximately(wald.Interval.Value.Upper, 1e-9);
        tango.Interval.Value.MarginOfError.Should().BeApproximately(wald.Interval.Value.MarginOfError, 1e-12);
    }

    [Test]
    public void FromBands_UnknownMethod_IsRefused()
    {
        Action act = () => NetPromoterScore.FromBands(new(1, 1, 1), 0.95, (NetScoreIntervalMethod)9);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    private static void Check(
        NetScoreIntervalMethod method,
        NetPromoterBands bands,
        double value,
        double lower,
        double upper
    )
    {
        Estimate score = NetPromoterScore.FromBands(bands, 0.95, method);
        score.Value.Should().BeApproximately(value, 0.05);
        score.Interval!.Value.Lower.Should().BeApproximately(lower, 0.05);
        score.Interval.Value.Upper.Should().BeApproximately(upper, 0.05);
        score.Interval.Value.Method.Should().Be(method.ToShortName());
        score.Interval.Value.Level.Should().Be(0.95);
    }
}
