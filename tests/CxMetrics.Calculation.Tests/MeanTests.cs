using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests;

public sealed class MeanTests
{
    [Test]
    public void FromValues_None_HasNoValue()
    {
        Mean.FromValues([]).Should().Be(Estimate.None);
        Mean.FromValues([], [], 0.9).Should().Be(Estimate.None);
    }

    [Test]
    public void FromValues_One_HasAValueOnly()
    {
        Estimate mean = Mean.FromValues([4]);
        mean.Value.Should().Be(4);
        mean.StandardError.Should().BeNull();
        mean.Interval.Should().BeNull();
        mean.SampleSize.Should().Be(1);
        mean.EffectiveSampleSize.Should().BeNull();
    }

    [Test]
    public void FromValues_AllEqual_HasNoInterval()
    {
        Estimate mean = Mean.FromValues([0.1, 0.1, 0.1]);
        mean.Value.Should().Be(0.1);
        mean.StandardError.Should().Be(0);
        mean.Interval.Should().BeNull();
    }

    [TestCase(1e300)]
    [TestCase(1e-300)]
    public void FromValues_VeryLargeOrSmall_NeitherOverflowNorVanish(double unit)
    {
        Estimate mean = Mean.FromValues([3 * unit, 1 * unit, 4 * unit, 1 * unit, 5 * unit]);
        (mean.Value / unit).Should().BeApproximately(2.8, 1e-12);
        (mean.StandardError / unit).Should().BeApproximately(0.8, 1e-12);
    }

    [TestCase(1e300, 1.0)]
    [TestCase(1e-300, 1.0)]
    [TestCase(1.0, 1e300)]
    [TestCase(1e-300, 1e-300)]
    public void FromValues_VeryLargeOrSmallWeighted_NeitherOverflowNorVanish(double unit, double weight)
    {
        Estimate plain = Mean.FromValues([3, 1, 4], [1, 2, 3]);
        Estimate mean = Mean.FromValues([3 * unit, 1 * unit, 4 * unit], [1 * weight, 2 * weight, 3 * weight]);
        (mean.Value / unit).Should().BeApproximately(plain.Value!.Value, 1e-12);
        (mean.StandardError / unit).Should().BeApproximately(plain.StandardError!.Value, 1e-12);
        mean.EffectiveSampleSize.Should().BeApproximately(plain.EffectiveSampleSize!.Value, 1e-12);
    }

    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    public void FromValues_NotFinite_IsRefused(double value)
    {
        Action act = () => Mean.FromValues([1, value]);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
        Action weight = () => Mean.FromValues([1, 2], [1, value]);
        weight.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
    }

    [Test]
    public void FromValues_ImpossibleWeights_AreRefused()
    {
        Action fewer = () => Mean.FromValues([1, 2], [1]);
        Action negative = () => Mean.FromValues([1, 2], [1, -1]);
        Action none = () => Mean.FromValues([1, 2], [0, 0]);
        fewer.Should().Throw<ArgumentException>().WithParameterName("weights");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
        none.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
    }

    [Test]
    public void FromValues_EqualWeights_AgreeWithNone()
    {
        double[] values = [1e9 + 1, 1e9 + 2, 1e9 + 4, 1e9 + 8];
        Estimate plain = Mean.FromValues(values);
        Estimate weighted = Mean.FromValues(values, [0.3, 0.3, 0.3, 0.3]);
        weighted.Value.Should().Be(plain.Value);
        weighted.EffectiveSampleSize.Should().BeApproximately(4, 1e-12);
        weighted.StandardError.Should().BeApproximately(plain.StandardError!.Value, 1e-12);
        weighted.Interval!.Value.Lower.Should().BeApproximately(plain.Interval!.Value.Lower, 1e-5);
    }

    [Test]
    public void FromValues_WeightsOfZero_LeaveTheirValuesOut()
    {
        Estimate all = Mean.FromValues([3, 100, 5, 4], [1, 0, 2, 1.5]);
        Estimate some = Mean.FromValues([3, 5, 4], [1, 2, 1.5]);
        all.Should().Be(some);
        all.SampleSize.Should().Be(3);
    }

    [Test]
    public void FromValues_OneWeightOfSeveral_HasAValueOnly()
    {
        Estimate mean = Mean.FromValues([3, 100], [2, 0]);
        mean.Value.Should().Be(3);
        mean.StandardError.Should().BeNull();
        mean.Interval.Should().BeNull();
        mean.EffectiveSampleSize.Should().Be(1);
    }

    [Test]
    public void FromValues_OneWeightFarAboveTheOthers_NeverGivesInfinity()
    {
        Estimate mean = Mean.FromValues([3, 100], [1, 1e-7]);
        mean.Value.Should().BeApproximately(3, 1e-4);
        mean.Interval.Should().BeNull();
    }

    [Test]
    public void FromValues_WeightedWithAHugeOffset_KeepsTheSpread()
    {
        double[] weights = [1, 2, 3, 1.5];
        Estimate plain = Mean.FromValues([0, 1, 2.5, 0.125], weights);
        Estimate moved = Mean.FromValues([1e15, 1e15 + 1, 1e15 + 2.5, 1e15 + 0.125], weights);
        moved.StandardError.Should().BeApproximately(plain.StandardError!.Value, 1e-15);
    }

    [TestCase(1e85, 1e85)]
    [TestCase(1e-85, 1e-85)]
    [TestCase(1e-60, 1e60)]
    public void Of_ExtremeNumbersAndWeights_ScalesTheErrors(double unit, double weight)
    {
        WeightedMoments plain = WeightedMoments.Of([1, 2, 4], [1, 2, 3]);
        WeightedMoments scaled = WeightedMoments.Of([unit, 2 * unit, 4 * unit], [weight, 2 * weight, 3 * weight]);
        (scaled.StandardErrorLinearized / unit).Should().BeApproximately(plain.StandardErrorLinearized!.Value, 1e-15);
        (scaled.StandardErrorKish / unit).Should().BeApproximately(plain.StandardErrorKish!.Value, 1e-15);
    }

    [Test]
    public void FromValues_WeightedErrorBeyondADouble_HasNone()
    {
        Estimate mean = Mean.FromValues([-1.7e308, 1.7e308], [1, 20]);
        double.IsFinite(mean.Value!.Value).Should().BeTrue();
        (mean.StandardError, mean.Interval).Should().Be((null, null));
    }

    [Test]
    public void FromValues_WeightsThatDiffer_AreNamed()
    {
        Mean.FromValues([1, 2, 4], [1, 2, 1]).Caveats.Should().Be(Caveats.Weighted);
        Mean.FromValues([1, 2, 4], [0.1, 0.1, 0.1]).Caveats.Should().Be(Caveats.None);
    }
}
