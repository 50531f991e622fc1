using CxMetrics.Calculation.Quantiles;

namespace CxMetrics.Calculation.Tests.Quantiles;

public sealed class QuantileTests
{
    private static readonly double[] OneToTen = [7, 3, 10, 1, 5, 9, 2, 8, 6, 4];

    // Positions from the formulas of Hyndman and Fan (1996) on the numbers 1 to 10.
    [TestCase(QuantileDefinition.R1, 0.25, 3)]
    [TestCase(QuantileDefinition.R2, 0.25, 3)]
    [TestCase(QuantileDefinition.R2, 0.2, 2.5)]
    [TestCase(QuantileDefinition.R3, 0.25, 2)]
    [TestCase(QuantileDefinition.R3, 0.15, 2)]
    [TestCase(QuantileDefinition.R4, 0.25, 2.5)]
    [TestCase(QuantileDefinition.R5, 0.25, 3)]
    [TestCase(QuantileDefinition.R6, 0.25, 2.75)]
    [TestCase(QuantileDefinition.R7, 0.25, 3.25)]
    [TestCase(QuantileDefinition.R8, 0.25, 2.9166666666666667)]
    [TestCase(QuantileDefinition.R9, 0.25, 2.9375)]
    [TestCase(QuantileDefinition.R4, 0.05, 1)]
    [TestCase(QuantileDefinition.R6, 0.99, 10)]
    public void FromValues_EachDefinition_IsAtItsPosition(
        QuantileDefinition definition,
        double probability,
        double expected
    ) =>
        Quantile
            .FromValues(OneToTen, probability, definition: definition)
            .Value.Should()
            .BeApproximately(expected, 1e-14);

    [TestCase(70, 0.1, 7.5)]
    [TestCase(100, 0.07, 7.5)]
    [TestCase(100, 0.29, 29.5)]
    public void FromValues_APositionThatIsWholeOnPaper_IsTakenAsWhole(int n, double probability, double expected)
    {
        double[] values = [.. Enumerable.Range(1, n).Select(value => (double)value)];
        Quantile.FromValues(values, probability, definition: QuantileDefinition.R2).Value.Should().Be(expected);
        Quantile.FromValues(values, probability, definition: QuantileDefinition.R1).Value.Should().Be(expected - 0.5);
    }

    [Test]
    public void FromValues_None_HasNothing()
    {
        QuantileEstimate quantile = Quantile.FromValues([]);
        quantile.Value.Should().BeNull();
        quantile.Lower.Should().BeNull();
        quantile.Upper.Should().BeNull();
        quantile.Caveats.Should().Be(Caveats.None);
        quantile.ToEstimate().Should().Be(Estimate.None);
    }

    [Test]
    public void FromValues_FewerThanSix_HasAMedianWithoutLimits()
    {
        QuantileEstimate median = Quantile.FromValues([5, 1, 4, 2, 3]);
        median.Value.Should().Be(3);
        median.Interval.Should().BeNull();
        median.Caveats.Should().Be(Caveats.LowSampleSize);
        Estimate estimate = median.ToEstimate();
        (estimate.Value, estimate.Interval, estimate.Caveats).Should().Be((3, null, Caveats.LowSampleSize));
    }

    [Test]
    public void FromValues_Six_HasTheExtremesAsLimits()
    {
        QuantileEstimate median = Quantile.FromValues([5, 1, 6, 4, 2, 3]);
        median.Interval.Should().Be(new ConfidenceInterval(1, 6, 0.95, "orderStatistics"));
        median.Caveats.Should().Be(Caveats.None);
    }

    [Test]
    public void FromValues_FarOut_HasOneLimitOnly()
    {
        double[] values = [.. Enumerable.Range(1, 25).Select(value => (double)value)];
        QuantileEstimate high = Quantile.FromValues(values, 0.9);
        (high.Lower, high.Upper, high.Interval).Should().Be((19, null, null));
        high.Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void FromValues_OneNumber_IsIt() => Quantile.FromValues([42], 0.9).Value.Should().Be(42);

    [Test]
    public void FromValues_Always_LeavesTheNumbersAsTheyAre()
    {
        double[] values = [3, 1, 2];
        Quantile.FromValues(values);
        values.Should().Equal(3, 1, 2);
    }

    [Test]
    public void FromValues_TheWholeRangeOfDoubles_DoesNotOverflow()
    {
        Quantile.FromValues([-1.7e308, 1.7e308]).Value.Should().Be(0);
        Quantile.FromValues([-1.7e308, 1.7e308], 0.75).Value.Should().BeApproximately(0.85e308, 1e293);
    }

    [Test]
    public void FromValues_LowLevel_ExtendsTheLimitsToTheValue()
    {
        QuantileEstimate quantile = Quantile.FromValues(OneToTen, 0.25, 1e-6);
        quantile.Lower.Should().BeLessThanOrEqualTo(3.25);
        quantile.Upper.Should().BeGreaterThanOrEqualTo(3.25);
    }

    [Test]
    public void FromValues_BadArguments_AreRefused()
    {
        Action number = () => Quantile.FromValues([1, double.NaN]);
        Action probability = () => Quantile.FromValues([1], 1);
        Action level = () => Quantile.FromValues([1], 0.5, 0);
        Action definition = () => Quantile.FromValues([1], definition: (QuantileDefinition)9);
        number.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
        probability.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("probability");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        definition.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("definition");
    }

    [Test]
    public void FromSorted_NotInOrder_IsRefused()
    {
        Action order = () => Quantile.FromSorted([1, 3, 2]);
        Action finite = () => Quantile.FromSorted([1, double.PositiveInfinity]);
        order.Should().Throw<ArgumentException>().WithParameterName("sorted").WithMessage("*number 2*");
        finite.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("sorted");
    }

    [Test]
    public void FromDistribution_NoAnswers_HasNothing() =>
        Quantile.FromDistribution(RatingDistribution.Empty(RatingScale.FivePoint)).Value.Should().BeNull();

    [Test]
    public void FromDistribution_ManyMillions_IsReadFromTheCounts()
    {
        RatingDistribution answers = new(RatingScale.FivePoint, [1_000_000, 2_000_000, 3_000_000, 0, 10_000_000]);
        QuantileEstimate median = Quantile.FromDistribution(answers);
        median.Interval.Should().Be(new ConfidenceInterval(5, 5, 0.95, "orderStatistics"));
        Quantile.FromDistribution(answers, 0.375, definition: QuantileDefinition.R2).Value.Should().Be(4);
    }

    [Test]
    public void FromWeighted_KnownWeights_IsWhereTheShareIsReached()
    {
        Quantile.FromWeighted([10, 30, 20], [1, 1, 3]).Value.Should().Be(20);
        Quantile.FromWeighted([10, 30, 20], [1, 3, 1], 0.4).Value.Should().Be(25);
        Quantile.FromWeighted([10, 30, 20], [1, 0, 1]).Value.Should().Be(15);
    }

    [Test]
    public void FromWeighted_WeightsThatCountLittle_WidenTheLimits()
    {
        double[] values = [.. Enumerable.Range(1, 40).Select(value => (double)value)];
        double[] weights = [.. values.Select(value => value % 2 == 0 ? 1 : 9.0)];

        QuantileEstimate weighted = Quantile.FromWeighted(values, weights);
        QuantileEstimate equal = Quantile.FromValues(values);

        weighted.EffectiveSampleSize.Should().BeApproximately(400 / 16.4, 1e-12);
        weighted.Lower.Should().BeLessThan(equal.Lower!.Value);
        weighted.Upper.Should().BeGreaterThan(equal.Upper!.Value);
        weighted.Caveats.Should().Be(Caveats.Weighted);
    }

    // Four that count and one that does not, at the very bottom: it says nothing about what lies below the four.
    [Test]
    public void FromWeighted_AnAlmostWeightlessExtreme_IsNoLimit()
    {
        QuantileEstimate median = Quantile.FromWeighted([0, 1, 2, 3, 4], [1e-6, 1, 1, 1, 1]);
        (median.Lower, median.Upper).Should().Be((null, null));
        median.Caveats.Should().Be(Caveats.LowSampleSize | Caveats.Weighted);
    }

    [Test]
    public void FromWeighted_VeryLargeWeights_DoNotOverflow() =>
        Quantile.FromWeighted([1, 2, 3], [1e308, 1e308, 1e308]).Value.Should().Be(2);

    [Test]
    public void FromWeighted_None_HasNothing() => Quantile.FromWeighted([], []).Value.Should().BeNull();

    [Test]
    public void FromWeighted_BadArguments_AreRefused()
    {
        Action fewer = () => Quantile.FromWeighted([1, 2], [1]);
        Action negative = () => Quantile.FromWeighted([1, 2], [1, -1]);
        Action none = () => Quantile.FromWeighted([1, 2], [0, 0]);
        Action number = () => Quantile.FromWeighted([1, double.NaN], [1, 1]);
        Action probability = () => Quantile.FromWeighted([1], [1], 0);
        fewer.Should().Throw<ArgumentException>().WithParameterName("weights");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
        none.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
        number.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("values");
        probability.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("probability");
    }

    [Test]
    public void FromWeighted_EqualWeights_HaveNoCaveat() =>
        Quantile
            .FromWeighted([1, 2, 3, 4, 5, 6, 7], [0.3, 0.3, 0.3, 0.3, 0.3, 0.3, 0.3])
            .Caveats.Should()
            .Be(Caveats.None);

    // 1e143 and the distance to 1e144 add up to 9.999999999999999e143.
    [TestCase(QuantileDefinition.R1)]
    [TestCase(QuantileDefinition.R2)]
    [TestCase(QuantileDefinition.R3)]
    public void FromValues_DefinitionsThatJump_GiveOneOfTheNumbers(QuantileDefinition definition) =>
        Quantile.FromValues([1e143, 1e144], 0.8, 0.95, definition).Value.Should().Be(1e144);
}
