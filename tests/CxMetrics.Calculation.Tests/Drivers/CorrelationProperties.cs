using CxMetrics.Calculation.Drivers;
using CxMetrics.Calculation.Ranking;
using CxMetrics.Calculation.Tests.Properties;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Drivers;

public sealed class CorrelationProperties
{
    [Test]
    public void FromPairs_Exchanged_IsTheSame() =>
        ForAll(
            DriverGenerators.Pairs(),
            pairs =>
            {
                (double[] one, double[] other) = pairs;
                ShouldBeAlike(All(pairs), All(new Pairs(other, one)), 1e-14);
            }
        );

    [Test]
    public void FromPairs_InOtherUnits_IsTheSame() =>
        ForAll(
            DriverGenerators.Pairs(),
            pairs =>
            {
                Pairs rescaled = new([.. pairs.First.Select(x => (8 * x) + 3e6)], pairs.Second);
                ShouldBeAlike(All(pairs), All(rescaled), 1e-14);
            }
        );

    [Test]
    public void FromPairs_OneColumnTurnedRound_ChangesItsSign() =>
        ForAll(
            DriverGenerators.Pairs(),
            pairs =>
            {
                Pairs turned = new([.. pairs.First.Select(x => -x)], pairs.Second);
                Correlation[] expected = All(pairs);
                Correlation[] actual = All(turned);
                for (int index = 0; index < actual.Length; index++)
                {
                    (actual[index].Coefficient.Value ?? 0)
                        .Should()
                        .BeApproximately(-(expected[index].Coefficient.Value ?? 0), 1e-14);
                }
            }
        );

    [Test]
    public void RankCorrelations_OfMonotoneTransforms_AreTheSame() =>
        ForAll(
            DriverGenerators.Pairs(),
            pairs =>
            {
                Pairs bent = new([.. pairs.First.Select(x => x * x * x)], [.. pairs.Second.Select(Math.Atan)]);
                SpearmanCorrelation
                    .FromPairs(bent.First, bent.Second)
                    .Should()
                    .Be(SpearmanCorrelation.FromPairs(pairs.First, pairs.Second));
                KendallCorrelation
                    .FromPairs(bent.First, bent.Second)
                    .Should()
                    .Be(KendallCorrelation.FromPairs(pairs.First, pairs.Second));
            }
        );

    [Test]
    public void FromPairs_AnyInput_IsSound() =>
        ForAll(
            DriverGenerators.Pairs(),
            Generators.Levels(),
            (pairs, level) =>
            {
                foreach (Correlation correlation in All(pairs, level.Value))
                {
                    if (correlation.Coefficient.Interval is not null)
                    {
                        correlation.Coefficient.ShouldBeSound(-1, 1, level.Value);
                        correlation.PValue.Should().BeInRange(0, 1);
                    }
                }
            }
        );

    [Test]
    public void PairOrder_AnyInput_IsTheCountOfAllPairs() =>
        ForAll(
            DriverGenerators.Pairs(),
            pairs =>
            {
                PairOrder order = PairOrder.Of(pairs.First, pairs.Second);
                long concordant = 0;
                long discordant = 0;
                for (int one = 0; one < pairs.First.Length; one++)
                {
                    for (int other = one + 1; other < pairs.First.Length; other++)
                    {
                        int product =
                            Math.Sign(pairs.First[one] - pairs.First[other])
                            * Math.Sign(pairs.Second[one] - pairs.Second[other]);
                        concordant += product > 0 ? 1 : 0;
                        discordant += product < 0 ? 1 : 0;
                    }
                }

                order.Concordant.Should().Be(concordant);
                order.Discordant.Should().Be(discordant);
            }
        );

    [Test]
    public void PairOrder_LongColumns_AreMergedWithoutLosingAPair()
    {
        // A permutation whose inversions are known: every block of five is reversed.
        double[] second = [.. Enumerable.Range(0, 1000).Select(index => (double)((index / 5 * 5) + 4 - (index % 5)))];
        double[] first = [.. Enumerable.Range(0, 1000).Select(index => (double)index)];
        PairOrder.Of(first, second).Discordant.Should().Be(200 * 10);
    }

    [TestCase(2)]
    [TestCase(4)]
    [TestCase(6)]
    public void Spearman_ExactPValue_IsTheShareOfOrders(int pairs)
    {
        double[] first = [.. Enumerable.Range(1, pairs).Select(index => (double)index)];
        double[][] orders = [.. Permutations(first)];
        double[] coefficients = [.. orders.Select(order => Math.Abs(Spearman(first, order).Coefficient.Value!.Value))];
        for (int index = 0; index < orders.Length; index += 7)
        {
            double expected = coefficients.Count(other => other >= coefficients[index] - 1e-9) / (double)orders.Length;
            Spearman(first, orders[index]).ExactPValue.Should().BeApproximately(expected, 1e-15);
        }
    }

    [Test]
    public void Spearman_WithTiesOrTenPairs_HasNoExactPValue()
    {
        Spearman([1, 2, 2, 4], [1, 2, 3, 4]).ExactPValue.Should().BeNull();
        double[] ten = [.. Enumerable.Range(1, 10).Select(index => (double)index)];
        Spearman(ten, ten).ExactPValue.Should().BeNull();
        Spearman(ten[..9], ten[..9]).ExactPValue.Should().BeApproximately(2 / 362_880.0, 1e-18);
    }

    private static Correlation Spearman(double[] first, double[] second) =>
        SpearmanCorrelation.FromPairs(first, second);

    private static IEnumerable<double[]> Permutations(double[] values) =>
        values.Length == 1
            ? [values]
            : values.SelectMany(value =>
                Permutations([.. values.Where(other => other != value)]).Select(rest => (double[])[value, .. rest])
            );

    private static Correlation[] All(Pairs pairs, double level = 0.95) =>
        [
            PearsonCorrelation.FromPairs(pairs.First, pairs.Second, level),
            SpearmanCorrelation.FromPairs(pairs.First, pairs.Second, level),
            KendallCorrelation.FromPairs(pairs.First, pairs.Second, level),
        ];

    private static void ShouldBeAlike(Correlation[] expected, Correlation[] actual, double tolerance)
    {
        for (int index = 0; index < expected.Length; index++)
        {
            (actual[index].Coefficient.Value is null).Should().Be(expected[index].Coefficient.Value is null);
            (actual[index].Coefficient.Value ?? 0)
                .Should()
                .BeApproximately(expected[index].Coefficient.Value ?? 0, tolerance);
        }
    }
}
