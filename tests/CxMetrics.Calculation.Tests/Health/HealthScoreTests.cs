using CxMetrics.Calculation.Health;

namespace CxMetrics.Calculation.Tests.Health;

public sealed class HealthScoreTests
{
    private static readonly HealthDefinition Definition = Customers.Definition;

    [Test]
    public void FromReadings_AllPresent_IsTheWeightedMean()
    {
        HealthAssessment health = HealthScore.FromReadings(
            Definition,
            [Customers.Nps(50, error: 10), Customers.Usage(5), Customers.Billing(10)]
        );

        // 75 · 0.5 + 50 · 0.3 + 80 · 0.2, and the standard error of the only uncertain part: 10 · 0.5 points · 0.5.
        health.Score.Value.Should().BeApproximately(68.5, 1e-12);
        health.Score.StandardError.Should().BeApproximately(2.5, 1e-3);
        health.Score.SampleSize.Should().Be(3);
        health.Score.Interval!.Value.Method.Should().Be("errorPropagation");
        health.Coverage.Should().Be(1);
        health.Band.Should().Be(HealthBand.Amber);
        health.Components.Select(component => component.Contribution).Should().Equal(37.5, 15, 16);
        health.Stale.Should().BeEmpty();
        health.Missing.Should().BeEmpty();
    }

    [Test]
    public void FromReadings_AMissingComponent_LeavesItsWeightToTheOthers()
    {
        HealthAssessment health = HealthScore.FromReadings(Definition, [Customers.Nps(50, 10), Customers.Usage(5)]);
        health.Score.Value.Should().BeApproximately(((75 * 0.5) + (50 * 0.3)) / 0.8, 1e-12);
        health.Coverage.Should().BeApproximately(0.8, 1e-15);
        health.Missing.Should().Equal("billing");
    }

    [Test]
    public void FromReadings_AStaleComponent_IsAbsentAndListed()
    {
        ComponentReading[] fresh = [Customers.Nps(50, 10), Customers.Usage(5)];
        HealthAssessment without = HealthScore.FromReadings(Definition, fresh);
        HealthAssessment with = HealthScore.FromReadings(Definition, [.. fresh, Customers.Billing(10, days: 46)]);
        with.Stale.Should().Equal("billing");
        with.Score.Should().Be(without.Score);
        with.Coverage.Should().Be(without.Coverage);
        with.Probabilities.Should().Be(without.Probabilities);
        with.Components.Should().Equal(without.Components);
    }

    [Test]
    public void FromReadings_AReadingAsOldAsItsValidity_StillCounts() =>
        HealthScore.FromReadings(Definition, [Customers.Billing(10, days: 45)]).Stale.Should().BeEmpty();

    [Test]
    public void FromReadings_JustHalfCovered_HasAScore()
    {
        HealthAssessment health = HealthScore.FromReadings(Definition, [Customers.Usage(5), Customers.Billing(10)]);
        health.Coverage.Should().BeApproximately(0.5, 1e-15);
        health.Score.Value.Should().BeApproximately(((50 * 0.3) + (80 * 0.2)) / 0.5, 1e-12);
    }

    [Test]
    public void FromReadings_LessThanHalfCovered_HasNoScore()
    {
        HealthAssessment health = HealthScore.FromReadings(Definition, [Customers.Usage(5)]);
        health.Score.Should().Be(Estimate.None);
        health.Band.Should().BeNull();
        health.Probabilities.Should().BeNull();
        health.Components.Should().ContainSingle().Which.Points.Should().Be(50);
        health.Missing.Should().Equal("nps", "billing");
    }

    [Test]
    public void FromReadings_Nothing_HasNoScore()
    {
        HealthAssessment health = HealthScore.FromReadings(Definition, []);
        health.Score.Should().Be(Estimate.None);
        health.Coverage.Should().Be(0);
        health.Components.Should().BeEmpty();
    }

    [Test]
    public void FromReadings_CertainReadings_HaveNoInterval()
    {
        HealthAssessment health = HealthScore.FromReadings(Definition, [Customers.Usage(10), Customers.Billing(0)]);
        health.Score.StandardError.Should().Be(0);
        health.Score.Interval.Should().BeNull();
        health.Probabilities.Should().Be(new BandProbabilities(0, 0, 1));
    }

    [Test]
    public void FromReadings_AtTheTop_IsClippedAndUncertain()
    {
        ConfidenceInterval interval = HealthScore
            .FromReadings(Definition, [Customers.Nps(100, 10), Customers.Usage(10), Customers.Billing(0)])
            .Score.Interval!.Value;
        interval.Upper.Should().Be(100);
        interval.Lower.Should().BeInRange(90, 97);
    }

    [Test]
    public void FromReadings_ImpossibleReadings_AreRefused()
    {
        Refused([Customers.Usage(5) with { Key = "mood" }], "*'mood'*");
        Refused([Customers.Usage(5), Customers.Usage(6)], "*two readings of 'usage'*");
        Refused([Customers.Usage(double.NaN)], "*finite*");
        Refused([Customers.Nps(5, -1)], "*negative*");
        Refused([Customers.Nps(5, double.NaN)], "*finite*");
        Refused([Customers.Usage(5, days: -1)], "*age*");
        Action level = () => HealthScore.FromReadings(Definition, [], 1);
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    [Test]
    public void Definition_Impossible_IsRefused()
    {
        HealthCurve curve = new(ScaleDirection.HigherIsBetter, new(0, 0), new(1, 100));
        TimeSpan day = TimeSpan.FromDays(1);
        Func<object> key = () => new HealthComponent(" ", 1, curve, day);
        Func<object> noWeight = () => new HealthComponent("a", 0, curve, day);
        Func<object> infinite = () => new HealthComponent("a", double.PositiveInfinity, curve, day);
        Func<object> validity = () => new HealthComponent("a", 1, curve, TimeSpan.Zero);
        key.Should().Throw<ArgumentException>().WithParameterName("key");
        noWeight.Should().Throw<ArgumentOutOfRangeException>().WithMessage("*'a'*above 0*");
        infinite.Should().Throw<ArgumentOutOfRangeException>();
        validity.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("validity");

        HealthComponent one = new("a", 1, curve, day);
        Func<object> version = () => new HealthDefinition("", [one]);
        Func<object> empty = () => new HealthDefinition("v1", []);
        Func<object> twice = () => new HealthDefinition("v1", [one, one]);
        HealthComponent heavy = new("b", double.MaxValue, curve, day);
        Func<object> overflow = () => new HealthDefinition("v1", [heavy, new("c", double.MaxValue, curve, day)]);
        version.Should().Throw<ArgumentException>().WithParameterName("version");
        empty.Should().Throw<ArgumentException>().WithParameterName("components");
        twice.Should().Throw<ArgumentException>().WithMessage("*'a'*");
        overflow.Should().Throw<ArgumentException>().WithMessage("*finite sum*");
    }

    [TestCase(50, HealthBand.Red)]
    [TestCase(50.1, HealthBand.Amber)]
    [TestCase(75, HealthBand.Amber)]
    [TestCase(75.1, HealthBand.Green)]
    [TestCase(0, HealthBand.Red)]
    [TestCase(100, HealthBand.Green)]
    public void BandOf_ABoundary_BelongsToTheLowerBand(double score, HealthBand band)
    {
        HealthBands.Default.BandOf(score).Should().Be(band);
        BandProbabilities certain = HealthBands.Default.ProbabilitiesOf(score, 0);
        new[] { certain.Red, certain.Amber, certain.Green }[(int)band].Should().Be(1);
    }

    [Test]
    public void ProbabilitiesOf_AnUncertainScore_AreThoseOfTheNormal()
    {
        BandProbabilities probabilities = HealthBands.Default.ProbabilitiesOf(60, 10);
        probabilities.Red.Should().BeApproximately(0.158655253931457, 1e-14);
        probabilities.Green.Should().BeApproximately(0.066807201268858, 1e-14);
    }

    [Test]
    public void Bands_ImpossibleArguments_AreRefused()
    {
        foreach ((double red, double amber) in new (double, double)[] { (0, 50), (50, 50), (60, 50), (50, 100) })
        {
            Func<object> bands = () => new HealthBands(red, amber);
            bands.Should().Throw<ArgumentOutOfRangeException>();
        }

        Action score = () => HealthBands.Default.BandOf(100.5);
        Action error = () => HealthBands.Default.ProbabilitiesOf(50, -1);
        score.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("score");
        error.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("standardError");
    }

    [Test]
    public void Reading_FromAFewEqualAnswers_IsNotCertain()
    {
        Estimate nps = NetPromoterScore.FromBands(new NetPromoterBands(0, 0, 5));
        ComponentReading reading = ComponentReading.FromEstimate("nps", nps, TimeSpan.Zero);
        nps.StandardError.Should().Be(0);
        reading.Value.Should().Be(100);
        reading.StandardError.Should().BeApproximately(nps.Interval!.Value.MarginOfError / 1.959963984540054, 1e-12);
    }

    [Test]
    public void Reading_FromAnEstimateWithoutUncertainty_IsRefused()
    {
        Action none = () => ComponentReading.FromEstimate("nps", Estimate.None, TimeSpan.Zero);
        Action agreeing = () => ComponentReading.FromEstimate("csat", Mean.FromValues([4, 4]), TimeSpan.Zero);
        Estimate open = new()
        {
            Value = 1,
            StandardError = null,
            Interval = new ConfidenceInterval(0.5, double.PositiveInfinity, 0.95, "t"),
            SampleSize = 3,
        };
        Action unbounded = () => ComponentReading.FromEstimate("value", open, TimeSpan.Zero);
        none.Should().Throw<ArgumentException>().WithMessage("*'nps'*");
        agreeing.Should().Throw<ArgumentException>().WithMessage("*'csat'*");
        unbounded.Should().Throw<ArgumentException>().WithMessage("*'value'*");
    }

    private static void Refused(ComponentReading[] readings, string message)
    {
        Action act = () => HealthScore.FromReadings(Definition, readings);
        act.Should().Throw<ArgumentException>().WithParameterName(nameof(readings)).WithMessage(message);
    }
}
