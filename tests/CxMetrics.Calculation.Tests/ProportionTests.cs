namespace CxMetrics.Calculation.Tests;

public sealed class ProportionTests
{
    // Golden numbers of the metric definitions, Wilson, 95 %, in percent as printed there.
    [TestCase(1, 1, 20.7, 100.0)]
    [TestCase(0, 1, 0.0, 79.3)]
    [TestCase(5, 5, 56.6, 100.0)]
    [TestCase(9, 10, 59.6, 98.2)]
    [TestCase(17, 20, 64.0, 94.8)]
    [TestCase(85, 100, 76.7, 90.7)]
    [TestCase(850, 1000, 82.7, 87.1)]
    public void FromCounts_Wilson_GivesTheGoldenNumbers(long successes, long trials, double lower, double upper)
    {
        ConfidenceInterval interval = Proportion.FromCounts(successes, trials).Interval!.Value;

        (100 * interval.Lower).Should().BeApproximately(lower, 0.05);
        (100 * interval.Upper).Should().BeApproximately(upper, 0.05);
        interval.Method.Should().Be("wilson");
    }

    [TestCase(ShareIntervalMethod.Wilson, "wilson")]
    [TestCase(ShareIntervalMethod.ClopperPearson, "clopperPearson")]
    [TestCase(ShareIntervalMethod.AgrestiCoull, "agrestiCoull")]
    [TestCase(ShareIntervalMethod.Jeffreys, "jeffreys")]
    public void FromCounts_ByMethod_NamesIt(ShareIntervalMethod method, string name) =>
        Proportion.FromCounts(3, 8, 0.9, method).Interval!.Value.Method.Should().Be(name);

    [Test]
    public void FromCounts_NoTrials_HasNoValue() => Proportion.FromCounts(0, 0).Should().Be(Estimate.None);

    [TestCase(-1, 5, "successes")]
    [TestCase(6, 5, "successes")]
    [TestCase(0, -1, "trials")]
    public void FromCounts_ImpossibleCounts_AreRefused(long successes, long trials, string name)
    {
        Action act = () => Proportion.FromCounts(successes, trials);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [TestCase(0.0)]
    [TestCase(1.0)]
    [TestCase(-0.5)]
    [TestCase(95.0)]
    [TestCase(double.NaN)]
    public void FromCounts_ImpossibleLevel_IsRefusedEvenWithoutTrials(double level)
    {
        Action act = () => Proportion.FromCounts(0, 0, level);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(level));
    }

    [Test]
    public void FromCounts_UnknownMethod_IsRefused()
    {
        Action act = () => Proportion.FromCounts(0, 0, 0.95, (ShareIntervalMethod)9);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("method");
    }

    [Test]
    public void FromCounts_CountsNearTheLimitOfLong_StillAnswer()
    {
        foreach (ShareIntervalMethod method in Enum.GetValues<ShareIntervalMethod>())
        {
            ConfidenceInterval interval = Proportion
                .FromCounts(long.MaxValue / 2, long.MaxValue, 0.95, method)
                .Interval!.Value;

            // 0.98/√n, the margin all methods share at this size.
            interval.MarginOfError.Should().BeApproximately(0.98 / Math.Sqrt(long.MaxValue), 1e-13);
            ((interval.Lower + interval.Upper) / 2).Should().BeApproximately(0.5, 1e-12);
        }
    }
}
