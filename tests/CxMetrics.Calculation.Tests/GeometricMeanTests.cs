namespace CxMetrics.Calculation.Tests;

public sealed class GeometricMeanTests
{
    [Test]
    public void FromValues_None_HasNoValue() => GeometricMean.FromValues([]).Should().Be(Estimate.None);

    [Test]
    public void FromValues_One_IsItAlone()
    {
        Estimate mean = GeometricMean.FromValues([7]);
        (mean.Value, mean.StandardError, mean.Interval).Should().Be((7, null, null));
    }

    [Test]
    public void FromValues_AllEqual_HasNoInterval()
    {
        Estimate mean = GeometricMean.FromValues([0.3, 0.3]);
        (mean.Value, mean.StandardError, mean.Interval).Should().Be((0.3, 0, null));
    }

    [Test]
    public void FromValues_PowersOfTwo_IsThePowerInTheMiddle()
    {
        Estimate mean = GeometricMean.FromValues([1, 2, 4, 8, 16]);
        mean.Value.Should().BeApproximately(4, 1e-14);
        ConfidenceInterval logarithm = Mean.FromValues([0, 1, 2, 3, 4]).Interval!.Value;
        mean.Interval!.Value.Lower.Should().BeApproximately(Math.Pow(2, logarithm.Lower), 1e-13);
        mean.Interval.Value.Upper.Should().BeApproximately(Math.Pow(2, logarithm.Upper), 1e-12);
        mean.Interval.Value.Method.Should().Be("logT");
    }

    [Test]
    public void FromValues_Reciprocals_TurnTheIntervalRound()
    {
        double[] values = [0.2, 3, 11, 0.9, 1.7];
        Estimate mean = GeometricMean.FromValues(values);
        Estimate turned = GeometricMean.FromValues([.. values.Select(value => 1 / value)]);
        (mean.Value * turned.Value).Should().BeApproximately(1, 1e-14);
        (mean.Interval!.Value.Lower * turned.Interval!.Value.Upper).Should().BeApproximately(1, 1e-13);
    }

    [TestCase(1e-300, 1e300)]
    [TestCase(1e300, 1e-300)]
    public void FromValues_TheWholeRangeOfDoubles_NeitherOverflowsNorVanishes(double first, double second)
    {
        Estimate mean = GeometricMean.FromValues([first, second]);
        mean.Value.Should().BeApproximately(1, 1e-10);
        mean.Interval.Should().BeNull();
    }

    [TestCase(0.0)]
    [TestCase(-1.0)]
    public void FromValues_NumbersWithoutALogarithm_AreRefused(double value)
    {
        Action act = () => GeometricMean.FromValues([1, value]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
    }
}
