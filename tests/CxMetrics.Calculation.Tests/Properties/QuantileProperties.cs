using CxMetrics.Calculation.Quantiles;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Properties;

public sealed class QuantileProperties
{
    private static readonly QuantileDefinition[] Definitions = Enum.GetValues<QuantileDefinition>();

    [Test]
    public void FromValues_HigherProbability_IsNoLower() =>
        ForAll(
            Generators.Samples(),
            Generators.Levels(),
            Generators.Levels(),
            (values, one, other) =>
            {
                if (values.Length == 0)
                {
                    return;
                }

                foreach (QuantileDefinition definition in Definitions)
                {
                    double low = Value(values, Math.Min(one.Value, other.Value), definition);
                    double high = Value(values, Math.Max(one.Value, other.Value), definition);
                    high.Should().BeGreaterThanOrEqualTo(low);
                    low.Should().BeInRange(values.Min(), values.Max());
                }
            }
        );

    [Test]
    public void FromValues_Always_AgreesWithSortedAndTurnsRoundWithTheNumbers() =>
        ForAll(
            Generators.Samples(),
            Generators.Levels(),
            Generators.Levels(),
            (values, probability, level) =>
            {
                double p = probability.Value;
                double[] sorted = [.. values.Order()];
                QuantileEstimate quantile = Quantile.FromValues(values, p, level.Value);
                Quantile.FromSorted(sorted, p, level.Value).Should().Be(quantile);
                OrderStatisticRanks ranks = OrderStatisticRanks.For(values.Length, p, level.Value);
                OrderStatisticRanks turned = OrderStatisticRanks.For(values.Length, 1 - p, level.Value);
                turned.Lower.Should().Be(values.Length + 1 - ranks.Upper);
                turned.Upper.Should().Be(values.Length + 1 - ranks.Lower);
            }
        );

    [Test]
    public void For_AnyInput_CoversAtLeastTheLevelAndNoRankMoreWould() =>
        ForAll(
            Gen.OneOf(Gen.Choose(0, 60), Gen.Choose(0, 1_000_000)).ToArbitrary(),
            Generators.Levels(),
            Generators.Levels(),
            (n, probability, level) =>
            {
                OrderStatisticRanks ranks = OrderStatisticRanks.For(n, probability.Value, level.Value);
                ranks.Coverage.Should().BeGreaterThanOrEqualTo(level.Value - 1e-10);
                (ranks.Lower ?? 1).Should().BeInRange(1, Math.Max(1, n));
                (ranks.Upper ?? 1).Should().BeInRange(1, Math.Max(1, n));
                OrderStatisticRanks wider = OrderStatisticRanks.For(n, probability.Value, (1 + level.Value) / 2);
                (wider.Lower ?? 0).Should().BeLessThanOrEqualTo(ranks.Lower ?? 0);
                (wider.Upper ?? n + 1).Should().BeGreaterThanOrEqualTo(ranks.Upper ?? n + 1);
            }
        );

    [Test]
    public void FromDistribution_Always_IsThatOfTheExpandedScores() =>
        ForAll(
            Generators.Distributions(),
            Generators.Levels(),
            Generators.Levels(),
            (answers, probability, level) =>
            {
                if (answers.Total > 2_000)
                {
                    return;
                }

                double[] scores =
                [
                    .. Enumerable
                        .Range(answers.Scale.Minimum, answers.Scale.Points)
                        .SelectMany(score => Enumerable.Repeat((double)score, (int)answers[score])),
                ];
                Quantile
                    .FromDistribution(answers, probability.Value, level.Value)
                    .Should()
                    .Be(Quantile.FromSorted(scores, probability.Value, level.Value));
            }
        );

    [Test]
    public void FromWeighted_EqualWeights_IsTheQuantileWithoutWeights() =>
        ForAll(
            Generators.Samples(),
            Gen.Choose(1, 99).Select(percent => percent / 100.0).ToArbitrary(),
            Generators.Levels(),
            (values, probability, level) =>
            {
                double[] weights = [.. values.Select(_ => 0.3)];
                QuantileEstimate weighted = Quantile.FromWeighted(values, weights, probability, level.Value);
                QuantileEstimate plain = Quantile.FromValues(values, probability, level.Value, QuantileDefinition.R2);
                weighted.Value.Should().Be(plain.Value);
                weighted.Lower.Should().Be(plain.Lower);
                weighted.Upper.Should().Be(plain.Upper);
                (weighted.EffectiveSampleSize ?? 0).Should().BeApproximately(values.Length, 1e-12);
            }
        );

    private static double Value(double[] values, double probability, QuantileDefinition definition) =>
        Quantile.FromValues(values, probability, 0.95, definition).Value!.Value;
}
