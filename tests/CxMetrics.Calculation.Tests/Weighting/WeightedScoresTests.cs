using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests.Weighting;

public sealed class WeightedScoresTests
{
    private static readonly int[] Scores = [10, 10, 8, 7, 3, 8, 8, 2, 9, 6];
    private static readonly double[] Weights = [1.1, 0.4, 1, 0.8, 0.5, 0.5, 0.8, 1.2, 2.5, 0.7];
    private static readonly bool[] Outcomes = [.. Scores.Select(score => score >= 7)];

    [TestCase(WeightingVariance.Kish, "tangoKish")]
    [TestCase(WeightingVariance.Linearized, "tangoLinearized")]
    public void FromWeightedScores_EqualWeights_IsThePlainScore(WeightingVariance variance, string name)
    {
        double[] equal = [.. Enumerable.Repeat(0.3, Scores.Length)];
        NetPromoterBands bands = NetPromoterBands.FromDistribution(
            RatingDistribution.FromScores(RatingScale.NetPromoter, Scores)
        );
        Estimate plain = NetPromoterScore.FromBands(bands);

        Estimate weighted = NetPromoterScore.FromWeightedScores(Scores, equal, variance: variance);

        weighted.Value.Should().BeApproximately(plain.Value!.Value, 1e-12);
        weighted.EffectiveSampleSize.Should().BeApproximately(10, 1e-12);
        weighted.SampleSize.Should().Be(10);
        weighted.Caveats.Should().Be(Caveats.None);
        weighted.Interval!.Value.Lower.Should().BeApproximately(plain.Interval!.Value.Lower, 1e-10);
        weighted.Interval.Value.Upper.Should().BeApproximately(plain.Interval.Value.Upper, 1e-10);
        weighted.Interval.Value.Method.Should().Be(name);
    }

    [TestCase(WeightingVariance.Kish, "wilsonKish")]
    [TestCase(WeightingVariance.Linearized, "wilsonLinearized")]
    public void FromOutcomes_EqualWeights_IsThePlainShare(WeightingVariance variance, string name)
    {
        double[] equal = [.. Enumerable.Repeat(7.0, Scores.Length)];
        Estimate plain = Proportion.FromCounts(7, 10);

        Estimate weighted = WeightedShare.FromOutcomes(Outcomes, equal, variance: variance);

        weighted.Value.Should().BeApproximately(0.7, 1e-12);
        weighted.EffectiveSampleSize.Should().BeApproximately(10, 1e-12);
        weighted.Interval!.Value.Lower.Should().BeApproximately(plain.Interval!.Value.Lower, 1e-12);
        weighted.Interval.Value.Method.Should().Be(name);
        weighted.Caveats.Should().Be(Caveats.None);
    }

    [Test]
    public void FromOutcomes_UnequalWeights_HasTheErrorsOfTheWeightedMean()
    {
        double[] codes = [.. Outcomes.Select(outcome => outcome ? 1.0 : 0)];
        WeightedMoments moments = WeightedMoments.Of(codes, Weights);

        Estimate kish = WeightedShare.FromOutcomes(Outcomes, Weights);
        Estimate linearized = WeightedShare.FromOutcomes(Outcomes, Weights, 0.95, WeightingVariance.Linearized);

        kish.Value.Should().BeApproximately(moments.Mean, 1e-12);
        kish.EffectiveSampleSize.Should().BeApproximately(moments.EffectiveSampleSize, 1e-12);
        kish.Caveats.Should().Be(Caveats.Weighted);
        linearized.StandardError.Should().BeApproximately(moments.StandardErrorLinearized!.Value, 1e-12);
        double variance = moments.Mean * (1 - moments.Mean);
        kish.StandardError.Should().BeApproximately(Math.Sqrt(variance / moments.EffectiveSampleSize), 1e-12);
    }

    [TestCase(1e-200)]
    [TestCase(1e200)]
    [TestCase(3.0)]
    public void Weights_InAnotherUnit_GiveTheSame(double unit)
    {
        double[] scaled = [.. Weights.Select(weight => weight * unit)];
        foreach (WeightingVariance variance in Enum.GetValues<WeightingVariance>())
        {
            Estimate one = NetPromoterScore.FromWeightedScores(Scores, Weights, 0.95, variance);
            Estimate other = NetPromoterScore.FromWeightedScores(Scores, scaled, 0.95, variance);
            other.StandardError.Should().BeApproximately(one.StandardError!.Value, 1e-10);
            other.EffectiveSampleSize.Should().BeApproximately(one.EffectiveSampleSize!.Value, 1e-10);
            other.Interval!.Value.Upper.Should().BeApproximately(one.Interval!.Value.Upper, 1e-10);
            Estimate share = WeightedShare.FromOutcomes(Outcomes, scaled, 0.95, variance);
            share.Value.Should().BeApproximately(WeightedShare.FromOutcomes(Outcomes, Weights).Value!.Value, 1e-12);
        }
    }

    [Test]
    public void Weights_OfZero_AreLeftOut()
    {
        double[] weights = [.. Weights, 0];
        NetPromoterScore
            .FromWeightedScores([.. Scores, 0], weights)
            .Should()
            .Be(NetPromoterScore.FromWeightedScores(Scores, Weights));
    }

    [Test]
    public void FromCodes_AllAlikeOrOne_HasAWidth()
    {
        foreach (WeightingVariance variance in Enum.GetValues<WeightingVariance>())
        {
            Estimate alike = WeightedNetScore.FromCodes([1, 1, 1], [1, 2, 3], 0.95, variance);
            alike.Value.Should().Be(1);
            alike.StandardError.Should().Be(0);
            alike.EffectiveSampleSize.Should().BeApproximately(36.0 / 14, 1e-12);
            alike.Interval!.Value.MarginOfError.Should().BeGreaterThan(0.1);

            Estimate one = WeightedShare.FromOutcomes([true], [5], 0.95, variance);
            one.StandardError.Should().Be(variance == WeightingVariance.Kish ? 0 : null);
            one.EffectiveSampleSize.Should().Be(1);
            one.Interval!.Value.Lower.Should()
                .BeApproximately(Proportion.FromCounts(1, 1).Interval!.Value.Lower, 1e-12);
        }
    }

    [Test]
    public void FromOutcomes_OneSuccessOfTinyWeight_CountsNoMoreThanTheAnswers()
    {
        Estimate share = WeightedShare.FromOutcomes(
            [false, false, false, false, true],
            [1, 1, 1, 1, 0.001],
            0.95,
            WeightingVariance.Linearized
        );
        share.EffectiveSampleSize.Should().Be(5);
        share.Interval!.Value.Upper.Should().BeGreaterThan(0.4);
    }

    [Test]
    public void FromTotals_OfTheClasses_IsTheScoreOfTheAnswers()
    {
        Estimate score = WeightedNetScore.FromTotals(
            WeightTotals.Of([0.5, 1.2]) + WeightTotals.Of([0.7]),
            WeightTotals.Of([1, 0.8, 0.5, 0.8]),
            WeightTotals.Of([1.1, 0.4, 2.5, 0])
        );
        Estimate points = NetPromoterScore.FromWeightedScores(Scores, Weights);

        (100 * score.Value!.Value).Should().BeApproximately(points.Value!.Value, 1e-12);
        score.EffectiveSampleSize.Should().BeApproximately(points.EffectiveSampleSize!.Value, 1e-12);
    }

    [Test]
    public void FromTotals_NoWeights_HasNoValue()
    {
        WeightedNetScore.FromTotals(default, default, default).Should().Be(Estimate.None);
        WeightedShare.FromTotals(default, default).Should().Be(Estimate.None);
        WeightedNetScore.FromCodes([], []).Should().Be(Estimate.None);
        WeightedShare.FromOutcomes([], []).Should().Be(Estimate.None);
    }

    [Test]
    public void Answers_Impossible_AreRefused()
    {
        Action codes = () => WeightedNetScore.FromCodes([2], [1]);
        Action scores = () => NetPromoterScore.FromWeightedScores([11], [1]);
        Action lengths = () => NetPromoterScore.FromWeightedScores([1, 2], [1]);
        Action negative = () => WeightedShare.FromOutcomes([true], [-1]);
        Action zero = () => WeightedShare.FromOutcomes([true], [0]);
        Action variance = () => WeightedShare.FromOutcomes([], [], 0.95, (WeightingVariance)9);
        codes.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(codes));
        scores.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(scores));
        lengths.Should().Throw<ArgumentException>().WithParameterName("weights");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
        zero.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("weights");
        variance.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(variance));
    }

    [TestCase(-1, 1.0, 1.0, "count")]
    [TestCase(2, 0.0, 1.0, "sum")]
    [TestCase(0, 1.0, 0.0, "sum")]
    [TestCase(2, double.PositiveInfinity, 1.0, "sum")]
    [TestCase(2, 1.0, double.NaN, "sumOfSquares")]
    [TestCase(0, 0.0, 1.0, "sumOfSquares")]
    public void WeightTotals_Impossible_AreRefused(long count, double sum, double sumOfSquares, string name)
    {
        Action act = () => _ = new WeightTotals(count, sum, sumOfSquares);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void FromTotals_SquaresThatVanish_AreRefused()
    {
        Action act = () => WeightedShare.FromTotals(WeightTotals.Of([1e-200]), WeightTotals.Of([1e-200]));
        act.Should().Throw<ArgumentOutOfRangeException>();
    }
}
