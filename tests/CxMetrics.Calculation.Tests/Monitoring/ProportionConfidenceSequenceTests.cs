using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Tests.Properties;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class ProportionConfidenceSequenceTests
{
    // Roots of (n + 1) C(n, x) p^x (1 - p)^(n - x) = 1 - level by bisection at 40 digits (mpmath).
    [TestCase(1, 1, 0.95, 0.025, 1)]
    [TestCase(0, 10, 0.95, 0, 0.416880275656536097)]
    [TestCase(7, 10, 0.9, 0.300518364734339182, 0.952611646395739676)]
    [TestCase(81, 263, 0.95, 0.218743346297968093, 0.408060076326278994)]
    [TestCase(999, 1000, 0.99, 0.985927644910647244, 0.999999990009890308)]
    [TestCase(3, 1_000_000, 0.95, 6.70932215370953599e-9, 0.0000246313066923005722)]
    [TestCase(500_000, 1_000_000, 0.95, 0.497800272369965215, 0.502199727630034785)]
    public void FromCounts_Any_IsTheRootOfRobbinssEquation(long x, long n, double level, double lower, double upper)
    {
        ConfidenceInterval interval = ProportionConfidenceSequence.FromCounts(x, n, level);
        interval.Lower.Should().BeApproximately(lower, 1e-12 * lower);
        interval.Upper.Should().BeApproximately(upper, 1e-12 * upper);
        interval.Method.Should().Be("robbinsSequence");
        interval.Level.Should().Be(level);
    }

    [Test]
    public void FromCounts_Nothing_IsTheWholeRange()
    {
        ConfidenceInterval interval = ProportionConfidenceSequence.FromCounts(0, 0);
        (interval.Lower, interval.Upper).Should().Be((0, 1));
    }

    [TestCase(1)]
    [TestCase(1_000)]
    [TestCase(4_000_000_000_000_000_000)]
    public void FromCounts_HugeCounts_StayNearTheShare(long rest)
    {
        long trials = 9_000_000_000_000_000_000;
        ConfidenceInterval interval = ProportionConfidenceSequence.FromCounts(rest, trials);
        ConfidenceInterval mirror = ProportionConfidenceSequence.FromCounts(trials - rest, trials);
        double share = (double)rest / trials;
        interval.Lower.Should().BeLessThan(share).And.BeGreaterThan(0);
        interval.Upper.Should().BeGreaterThan(share).And.BeLessThan(share + (60 * Math.Sqrt(share / trials)));
        mirror.Upper.Should().BeApproximately(1 - interval.Lower, 1e-15);
    }

    [Test]
    public void FromCounts_Any_HoldsTheShareAndTurnsWithIt() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.Levels(),
            (counts, level) =>
            {
                ConfidenceInterval interval = ProportionConfidenceSequence.FromCounts(
                    counts.Successes,
                    counts.Trials,
                    level.Value
                );
                interval.Lower.Should().BeGreaterThanOrEqualTo(0);
                interval.Upper.Should().BeLessThanOrEqualTo(1);
                if (counts.Trials > 0)
                {
                    double share = (double)counts.Successes / counts.Trials;
                    share.Should().BeInRange(interval.Lower, interval.Upper);
                }

                ConfidenceInterval mirror = ProportionConfidenceSequence.FromCounts(
                    counts.Trials - counts.Successes,
                    counts.Trials,
                    level.Value
                );
                mirror.Lower.Should().BeApproximately(1 - interval.Upper, 1e-15);
            }
        );

    [Test]
    public void FromCounts_HigherLevel_IsWider() =>
        ForAll(
            Generators.ShareCounts(),
            Generators.Levels(),
            Generators.Levels(),
            (counts, one, other) =>
            {
                (double low, double high) = (Math.Min(one.Value, other.Value), Math.Max(one.Value, other.Value));
                ProportionConfidenceSequence
                    .FromCounts(counts.Successes, counts.Trials, high)
                    .ShouldHold(ProportionConfidenceSequence.FromCounts(counts.Successes, counts.Trials, low));
            }
        );

    [TestCase(0.02)]
    [TestCase(0.5)]
    [TestCase(0.8)]
    public void AllLooks_Together_MissAsSeldomAsStated(double share)
    {
        const int Runs = 500;
        RandomStreamSource random = new(20_261_124);
        int missed = 0;
        int missedByWilson = 0;
        for (int run = 0; run < Runs; run++)
        {
            bool isMissed = false;
            bool isMissedByWilson = false;
            long successes = 0;
            for (int n = 1; n <= 500; n++)
            {
                successes += random.NextDouble() < share ? 1 : 0;
                ConfidenceInterval interval = ProportionConfidenceSequence.FromCounts(successes, n);
                IntervalLimits wilson = WilsonInterval.FromCounts(successes, n);
                isMissed |= share < interval.Lower || share > interval.Upper;
                isMissedByWilson |= share < wilson.Lower || share > wilson.Upper;
            }

            missed += isMissed ? 1 : 0;
            missedByWilson += isMissedByWilson ? 1 : 0;
        }

        ((double)missed / Runs).Should().BeInRange(0.005, 0.05);
        ((double)missedByWilson / Runs).Should().BeInRange(0.3, 0.6);
    }

    [Test]
    public void FromCounts_Impossible_IsRefused()
    {
        Action more = () => ProportionConfidenceSequence.FromCounts(2, 1);
        Action negative = () => ProportionConfidenceSequence.FromCounts(0, -1);
        Action level = () => ProportionConfidenceSequence.FromCounts(0, 1, 1);
        more.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("successes");
        negative.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("trials");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }
}
