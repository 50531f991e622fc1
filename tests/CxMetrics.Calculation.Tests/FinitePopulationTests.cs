using CxMetrics.Calculation.Intervals;

namespace CxMetrics.Calculation.Tests;

public sealed class FinitePopulationTests
{
    [Test]
    public void Factors_OfTheSameSample_DifferByTheDivisorOfThePopulation()
    {
        double factor = FinitePopulation.Factor(30, 120);
        factor.Should().BeApproximately(Math.Sqrt(90 / 119.0), 1e-15);
        FinitePopulation.FactorOneMinusFraction(30, 120).Should().BeApproximately(Math.Sqrt(0.75), 1e-15);
    }

    [TestCase(1)]
    [TestCase(40)]
    public void Factors_AllHaveAnswered_AreZero(long population)
    {
        FinitePopulation.Factor(population, population).Should().Be(0);
        FinitePopulation.FactorOneMinusFraction(population, population).Should().Be(0);
    }

    [Test]
    public void FromFinitePopulation_AllHaveAnswered_IsTheScoreItself()
    {
        Estimate score = NetPromoterScore.FromFinitePopulation(new(1, 2, 5), 8);
        score.Value.Should().Be(50);
        score.StandardError.Should().Be(0);
        score.Interval.Should().Be(new ConfidenceInterval(50, 50, 0.95, "tangoScore"));
        score.EffectiveSampleSize.Should().BeNull();
    }

    [Test]
    public void FromFinitePopulation_AnEndlessOne_ChangesNothing()
    {
        Estimate plain = NetPromoterScore.FromBands(new(10, 20, 30));
        Estimate score = NetPromoterScore.FromFinitePopulation(new(10, 20, 30), long.MaxValue);
        score.StandardError.Should().BeApproximately(plain.StandardError!.Value, 1e-12);
        score.EffectiveSampleSize.Should().BeApproximately(60, 1e-12);
        score.Interval!.Value.Lower.Should().BeApproximately(plain.Interval!.Value.Lower, 1e-10);
    }

    [Test]
    public void FromFinitePopulation_MostHaveAnswered_NarrowsTheInterval()
    {
        NetCounts counts = new(10, 20, 30);
        ConfidenceInterval interval = NetScore.FromFinitePopulation(counts, 80).Interval!.Value;
        interval.MarginOfError.Should().BeLessThan(0.6 * NetScore.FromCounts(counts).Interval!.Value.MarginOfError);
        interval.Lower.Should().BeLessThan(20 / 60.0);
    }

    [Test]
    public void FromFinitePopulation_NoAnswers_HasNoValue() =>
        NetScore.FromFinitePopulation(default, 80).Should().Be(Estimate.None);

    [Test]
    public void Populations_SmallerThanTheSample_AreRefused()
    {
        Action factor = () => FinitePopulation.Factor(5, 4);
        Action fraction = () => FinitePopulation.FactorOneMinusFraction(5, 4);
        Action score = () => NetScore.FromFinitePopulation(new(1, 2, 3), 5);
        Action sampleSize = () => FinitePopulation.Factor(0, 4);
        factor.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("population");
        fraction.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("population");
        score.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("population");
        sampleSize.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(sampleSize));
    }

    [Test]
    public void Tango_SharesAndSize_AreTheCountsScaled()
    {
        IntervalLimits counts = TangoScoreInterval.FromCounts(new(2, 5, 13), 0.9);
        IntervalLimits shares = TangoScoreInterval.FromShares(0.1, 0.65, 20, 0.9);
        shares.Lower.Should().BeApproximately(counts.Lower, 1e-14);
        shares.Upper.Should().BeApproximately(counts.Upper, 1e-14);
        TangoScoreInterval.FromShares(0.1, 0.65, 20.5, 0.9).Upper.Should().BeLessThan(counts.Upper);
    }

    [TestCase(-0.1, 0.5, 9.0, "negativeShare")]
    [TestCase(0.5, 0.6, 9.0, "positiveShare")]
    [TestCase(0.5, double.NaN, 9.0, "positiveShare")]
    [TestCase(0.5, 0.5, 0.0, "sampleSize")]
    [TestCase(0.5, 0.5, double.PositiveInfinity, "sampleSize")]
    public void Tango_ImpossibleSharesOrSize_AreRefused(double negative, double positive, double size, string name)
    {
        Action act = () => TangoScoreInterval.FromShares(negative, positive, size);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }
}
