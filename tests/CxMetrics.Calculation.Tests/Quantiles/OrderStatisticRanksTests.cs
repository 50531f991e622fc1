using CxMetrics.Calculation.Quantiles;

namespace CxMetrics.Calculation.Tests.Quantiles;

/// <summary>Ranks and coverage against exact sums of the binomial distribution at 40 digits.</summary>
public sealed class OrderStatisticRanksTests
{
    [TestCase(6, 1, 6, 0.96875)]
    [TestCase(10, 2, 9, 0.978515625)]
    [TestCase(20, 6, 15, 0.958610534667969)]
    [TestCase(50, 18, 33, 0.967160862435732)]
    [TestCase(100, 40, 61, 0.964799799782295)]
    [TestCase(1_000_000, 499_020, 500_981, 0.950121031347632)]
    [TestCase(10_000_000, 4_996_901, 5_003_100, 0.950038792967410)]
    public void For_TheMedian_IsThatOfTheBinomial(long n, long lower, long upper, double coverage)
    {
        OrderStatisticRanks ranks = OrderStatisticRanks.For(n, 0.5);
        (ranks.Lower, ranks.Upper).Should().Be((lower, upper));
        ranks.Coverage.Should().BeApproximately(coverage, 1e-13);
    }

    [TestCase(1_000_000, 0.9, 0.95, 899_412, 900_589, 0.950198955221277)]
    [TestCase(1_000_000, 0.999, 0.99, 998_918, 999_081, 0.990085582510987)]
    [TestCase(10_000_000, 0.25, 0.999, 2_495_495, 2_504_508, 0.999001973750029)]
    [TestCase(12_345, 0.01, 0.9, 106, 143, 0.905620768788265)]
    public void For_AnyQuantile_IsThatOfTheBinomial(
        long n,
        double probability,
        double level,
        long lower,
        long upper,
        double coverage
    )
    {
        OrderStatisticRanks ranks = OrderStatisticRanks.For(n, probability, level);
        (ranks.Lower, ranks.Upper).Should().Be((lower, upper));
        ranks.Coverage.Should().BeApproximately(coverage, 1e-12);
    }

    [TestCase(0)]
    [TestCase(1)]
    [TestCase(5)]
    public void For_FewerThanSix_HasNoLimitsOfTheMedian(long n) =>
        OrderStatisticRanks.For(n, 0.5).Should().Be(new OrderStatisticRanks(null, null, 1));

    // Half of 1 − 0.9375 is 2⁻⁵ and half of 1 − 0.75 is 2⁻³: on paper the first of 5 and of 3 is just low enough.
    [TestCase(5, 0.9375)]
    [TestCase(3, 0.75)]
    [TestCase(6, 0.96875)]
    public void For_ATailThatIsExactlyReached_TakesTheRank(long n, double level)
    {
        OrderStatisticRanks ranks = OrderStatisticRanks.For(n, 0.5, level);
        (ranks.Lower, ranks.Upper).Should().Be((1, n));
        ranks.Coverage.Should().BeApproximately(level, 1e-14);
    }

    [Test]
    public void For_MoreThanADoubleCounts_StillAnswers()
    {
        OrderStatisticRanks ranks = OrderStatisticRanks.For(long.MaxValue, 0.5);
        ranks.Lower.Should().BeInRange(long.MaxValue / 4, long.MaxValue / 2);
        ranks.Upper.Should().BeInRange(long.MaxValue / 2, long.MaxValue);
    }

    [TestCase(-1, 0.5, 0.95, "sampleSize")]
    [TestCase(5, 0.0, 0.95, "probability")]
    [TestCase(5, 1.0, 0.95, "probability")]
    [TestCase(5, double.NaN, 0.95, "probability")]
    [TestCase(5, 0.5, 1.0, "level")]
    public void For_ImpossibleArguments_AreRefused(long n, double probability, double level, string name)
    {
        Action act = () => OrderStatisticRanks.For(n, probability, level);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }
}
