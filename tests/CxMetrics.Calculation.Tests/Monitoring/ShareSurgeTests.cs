using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Tests.Properties;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class ShareSurgeTests
{
    // Sums of the beta-binomial distribution at 60 digits (mpmath).
    [TestCase(1, 1, 0, 0, 0.5)]
    [TestCase(3, 5, 0, 0, 0.5)]
    [TestCase(5, 5, 0, 100, 2.5485926222987365e-9)]
    [TestCase(12, 100, 40, 1000, 0.0014141354772210898)]
    [TestCase(30, 100, 40, 1000, 2.0157043309246827e-15)]
    [TestCase(4, 100, 40, 1000, 0.57024162605095196)]
    [TestCase(99, 100, 500, 1000, 6.0241162293229319e-27)]
    [TestCase(700, 5000, 900, 10000, 2.4686238537302579e-20)]
    [TestCase(300, 5000, 900, 10000, 0.99999999997139716)]
    [TestCase(50, 60, 60, 60, 0.99993529594587371)]
    public void FromCounts_FarOut_KeepsItsDigits(long k, long n, long x, long m, double p) =>
        ShareSurge.FromCounts(k, n, x, m).PValue.Should().BeApproximately(p, 1e-12 * p);

    [Test]
    public void FromCounts_NothingCounted_IsNoSurge()
    {
        Surge surge = ShareSurge.FromCounts(0, 0, 3, 10);
        surge.PValue.Should().Be(1);
        surge.Expected.Should().Be(0);
        surge.UpperLimit.Should().Be(0);
        surge.Ratio.Should().Be(Estimate.None with { SampleSize = 10 });
    }

    [Test]
    public void FromCounts_NothingInTheBaseline_HasNoRatio() =>
        ShareSurge.FromCounts(2, 10, 0, 50).Ratio.Value.Should().BeNull();

    [Test]
    public void FromCounts_NoneNow_HasARatioOfZeroWithWidth()
    {
        Estimate ratio = ShareSurge.FromCounts(0, 40, 10, 100).Ratio;
        ratio.Value.Should().Be(0);
        ratio.Interval!.Value.Lower.Should().Be(0);
        ratio.Interval.Value.Upper.Should().BeInRange(0.5, 2);
        ratio.Interval.Value.Method.Should().Be("moverRatio");
    }

    [Test]
    public void FromCounts_MillionsOfTrials_AddUp()
    {
        BetaBinomialLaw law = ShareSurge.Predictive(2_000_000, 30_000, 1_000_000);
        law.AtLeast(60_500).Should().BeInRange(0, 1);
        double low = law.AtLeast(59_000);
        BetaBinomialLaw mirrored = ShareSurge.Predictive(2_000_000, 970_000, 1_000_000);
        low.Should().BeApproximately(1 - mirrored.AtLeast(2_000_000 - 58_999), 1e-11);
    }

    [Test]
    public void Predictive_AnyBaseline_AddsUpToOne() =>
        ForAll(
            Generators.ShareCounts(),
            counts =>
            {
                BetaBinomialLaw law = ShareSurge.Predictive(12, counts.Successes, counts.Trials);
                double[] above = [.. Enumerable.Range(0, 14).Select(count => law.AtLeast(count))];
                above[0].Should().Be(1);
                above[13].Should().Be(0);
                above.Should().BeInDescendingOrder();
                above[1..13].Sum().Should().BeApproximately(law.Mean, 1e-9);
            }
        );

    [Test]
    public void Ratio_HigherLevel_IsWiderAndHoldsTheValue() =>
        ForAll(
            Generators.Levels(),
            Generators.Levels(),
            (one, other) =>
            {
                (double low, double high) = (Math.Min(one.Value, other.Value), Math.Max(one.Value, other.Value));
                foreach (long k in new long[] { 0, 1, 5, 20 })
                {
                    Estimate narrow = ShareSurge.FromCounts(k, 20, 7, 90, low).Ratio;
                    Estimate wide = ShareSurge.FromCounts(k, 20, 7, 90, high).Ratio;
                    wide.Interval!.Value.ShouldHold(narrow.Interval!.Value);
                    narrow.Value.Should().BeInRange(narrow.Interval.Value.Lower, narrow.Interval.Value.Upper);
                }
            }
        );

    [Test]
    public void FromCounts_Impossible_IsRefused()
    {
        Action negative = () => ShareSurge.FromCounts(-1, 5, 1, 5);
        Action more = () => ShareSurge.FromCounts(6, 5, 1, 5);
        Action baseline = () => ShareSurge.FromCounts(1, 5, 6, 5);
        Action huge = () => ShareSurge.FromCounts(1, 2_000_000_000, 6, 50);
        Action level = () => ShareSurge.FromCounts(1, 5, 1, 5, double.NaN);
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("successes");
        more.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("successes");
        baseline.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("baselineSuccesses");
        huge.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("trials");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }
}
