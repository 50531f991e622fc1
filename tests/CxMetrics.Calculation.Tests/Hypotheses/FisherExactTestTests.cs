using System.Numerics;
using CxMetrics.Calculation.Hypotheses;

namespace CxMetrics.Calculation.Tests.Hypotheses;

public sealed class FisherExactTestTests
{
    // Sums of the hypergeometric probabilities at 60 digits.
    [TestCase(50_000, 100_000, 50_500, 100_000, 0.025639596624963108)]
    [TestCase(3, 1_000_000, 20, 1_000_000, 0.00048824747164951717)]
    [TestCase(999_000, 1_000_000, 999_100, 1_000_000, 0.023043669949223487)]
    [TestCase(123_456, 500_000, 1234, 5100, 0.42389319841929562)]
    [TestCase(0, 200_000, 7, 300_000, 0.046833745258672922)]
    [TestCase(600_000_000, 1_000_000_000, 600_060_000, 1_000_000_000, 0.0061701133289232064)]
    public void TwoSidedPValue_LargeTables_KeepsItsDigits(
        long firstSuccesses,
        long firstTrials,
        long secondSuccesses,
        long secondTrials,
        double expected
    ) =>
        FisherExactTest
            .TwoSidedPValue(new(firstSuccesses, firstTrials), new(secondSuccesses, secondTrials))
            .Should()
            .BeApproximately(expected, 1e-11 * expected);

    [Test]
    public void TwoSidedPValue_EverySmallTable_IsTheExactSum()
    {
        for (int firstTrials = 1; firstTrials <= 9; firstTrials++)
        {
            for (int secondTrials = 1; secondTrials <= 9; secondTrials++)
            {
                CheckAll(firstTrials, secondTrials);
            }
        }
    }

    [Test]
    public void TwoSidedPValue_FarBeyondADouble_IsZero() =>
        FisherExactTest.TwoSidedPValue(new(100, 200_000), new(400_000, 700_000)).Should().Be(0);

    [Test]
    public void TwoSidedPValue_TheSameOutcomeThroughout_IsOne()
    {
        FisherExactTest.TwoSidedPValue(new(0, 5), new(0, 9)).Should().Be(1);
        FisherExactTest.TwoSidedPValue(new(5, 5), new(9, 9)).Should().Be(1);
    }

    [Test]
    public void TwoSidedPValue_NothingOrTooMuchToCount_IsUndefined()
    {
        FisherExactTest.TwoSidedPValue(default, new(1, 2)).Should().BeNull();
        FisherExactTest.TwoSidedPValue(new(1, 2), default).Should().BeNull();
        long half = long.MaxValue / 4;
        FisherExactTest.TwoSidedPValue(new(half / 2, half), new(half / 3, half)).Should().BeNull();
    }

    [Test]
    public void ChiSquareAndZ_OfTheSameTable_AreRelated()
    {
        ShareCounts first = new(12, 40);
        ShareCounts second = new(22, 45);
        double z = PooledZTest.Statistic(first, second)!.Value;

        // Pearson's chi-square: N(ad − bc)² over the product of the margins.
        z.Should().BePositive();
        (z * z).Should().BeApproximately(85.0 * Math.Pow((12 * 23) - (28 * 22), 2) / (40.0 * 45 * 34 * 51), 1e-12);
        double yates = YatesChiSquareTest.Statistic(first, second)!.Value;
        double corrected = Math.Abs((12 * 23) - (28 * 22)) - 42.5;
        yates.Should().BeApproximately(85.0 * corrected * corrected / (40.0 * 45 * 34 * 51), 1e-12);
        YatesChiSquareTest
            .TwoSidedPValue(first, second)
            .Should()
            .BeGreaterThan(PooledZTest.TwoSidedPValue(first, second)!.Value);
    }

    [Test]
    public void ChiSquareAndZ_WithoutSpreadOrTrials_AreUndefined()
    {
        PooledZTest.Statistic(new(0, 5), new(0, 9)).Should().BeNull();
        PooledZTest.TwoSidedPValue(new(5, 5), new(9, 9)).Should().BeNull();
        PooledZTest.Statistic(default, new(1, 2)).Should().BeNull();
        YatesChiSquareTest.Statistic(new(0, 5), new(0, 9)).Should().BeNull();
        YatesChiSquareTest.TwoSidedPValue(new(1, 2), default).Should().BeNull();
    }

    private static void CheckAll(int firstTrials, int secondTrials)
    {
        for (int first = 0; first <= firstTrials; first++)
        {
            for (int second = 0; second <= secondTrials; second++)
            {
                FisherExactTest
                    .TwoSidedPValue(new(first, firstTrials), new(second, secondTrials))
                    .Should()
                    .BeApproximately(Exact(first, firstTrials, second, secondTrials), 1e-13);
            }
        }
    }

    private static double Exact(int first, int firstTrials, int second, int secondTrials)
    {
        int successes = first + second;
        BigInteger observed = Ways(firstTrials, first) * Ways(secondTrials, second);
        BigInteger sum = 0;
        BigInteger all = 0;
        for (int count = Math.Max(0, successes - secondTrials); count <= Math.Min(successes, firstTrials); count++)
        {
            BigInteger ways = Ways(firstTrials, count) * Ways(secondTrials, successes - count);
            all += ways;
            sum += ways <= observed ? ways : 0;
        }

        return (double)sum / (double)all;
    }

    private static BigInteger Ways(int of, int chosen)
    {
        BigInteger ways = 1;
        for (int index = 0; index < chosen; index++)
        {
            ways = ways * (of - index) / (index + 1);
        }

        return ways;
    }
}
