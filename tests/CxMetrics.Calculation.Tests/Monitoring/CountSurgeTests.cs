using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class CountSurgeTests
{
    private const double Relative = 1e-12;

    // Sums at 60 digits (mpmath).
    [TestCase(1, 0.001, 0.00099950016662500835)]
    [TestCase(3, 0.5, 0.014387677966970687)]
    [TestCase(10, 2.5, 0.00027735209462083605)]
    [TestCase(40, 10, 7.3416363145604714e-13)]
    [TestCase(5, 10, 0.97074731192303893)]
    [TestCase(200, 80, 1.5741200241004164e-29)]
    [TestCase(1500, 1000, 3.1520793370542075e-49)]
    [TestCase(1000, 1000, 0.50420524418021551)]
    [TestCase(101000, 100000, 0.00079980104155454103)]
    [TestCase(30, 0.01, 3.7336800259124928e-93)]
    public void FromExpected_FarOut_KeepsItsDigits(long count, double expected, double p) =>
        CountSurge.FromExpected(count, expected).PValue.Should().BeApproximately(p, Relative * p);

    // Sums of the negative binomial distribution at 60 digits (mpmath).
    [TestCase(1, 1, 0, 10, 0.046537410754407685)]
    [TestCase(8, 1, 0, 30, 2.3362767605931215e-13)]
    [TestCase(12, 7, 20, 28, 0.014613870081046326)]
    [TestCase(60, 7, 80, 28, 5.7401113952721656e-10)]
    [TestCase(25, 7, 80, 28, 0.18772412391932258)]
    [TestCase(500, 1, 9000, 30, 3.2730714469247548e-25)]
    [TestCase(5, 0.001, 1000, 3, 2.6293085994955302e-5)]
    [TestCase(60000, 30, 50000, 31, 5.8878369231390931e-278)]
    public void FromBaseline_FarOut_KeepsItsDigits(
        long count,
        double exposure,
        long baselineCount,
        double baselineExposure,
        double p
    ) =>
        CountSurge
            .FromBaseline(count, exposure, baselineCount, baselineExposure)
            .PValue.Should()
            .BeApproximately(p, 2 * Relative * p);

    [Test]
    public void FromExpected_NothingCounted_IsNoSurge()
    {
        Surge surge = CountSurge.FromExpected(0, 4);
        surge.PValue.Should().Be(1);
        surge.Expected.Should().Be(4);
        surge.Ratio.Value.Should().Be(0);
        surge.Ratio.Interval!.Value.Lower.Should().Be(0);
        surge.Ratio.Interval.Value.Upper.Should().BeApproximately(3.6888794541139363 / 4, 1e-14);
    }

    // R poisson.test: 10 events have the limits 4.795389 and 18.390356.
    [Test]
    public void FromExpected_TenEvents_HasGarwoodsRatio()
    {
        ConfidenceInterval interval = CountSurge.FromExpected(10, 2).Ratio.Interval!.Value;
        (2 * interval.Lower).Should().BeApproximately(4.795389, 5e-7);
        (2 * interval.Upper).Should().BeApproximately(18.390356, 5e-7);
        interval.Method.Should().Be("garwood");
    }

    // The limits are those at which each tail is half of 1 - level.
    [TestCase(1, 0.95)]
    [TestCase(7, 0.999999)]
    [TestCase(7, 0.1)]
    [TestCase(100_000, 0.95)]
    public void FromExpected_AnyCount_HasTheTailsBeyondTheLimits(long count, double level)
    {
        ConfidenceInterval interval = CountSurge.FromExpected(count, 1, level).Ratio.Interval!.Value;
        double tail = (1 - level) / 2;
        new PoissonLaw(interval.Lower).AtLeast(count).Should().BeApproximately(tail, 1e-9 * tail);
        (1 - new PoissonLaw(interval.Upper).AtLeast(count + 1)).Should().BeApproximately(tail, 1e-9 * tail);
    }

    [Test]
    public void FromBaseline_NothingInTheBaseline_HasNoRatio()
    {
        Surge surge = CountSurge.FromBaseline(3, 1, 0, 4);
        surge.Expected.Should().Be(0.125);
        surge.Ratio.Should().Be(Estimate.None with { SampleSize = 3 });
        surge.Dispersion.Should().BeNull();
    }

    [Test]
    public void FromBaselinePeriods_PoissonScatter_IsTheirSum()
    {
        long[] counts = [10, 12, 11, 9, 10, 11, 12, 10, 9, 11, 10, 11];
        double[] exposures = [.. Enumerable.Repeat(1.0, counts.Length)];
        Surge periods = CountSurge.FromBaselinePeriods(19, 1, counts, exposures);
        periods.Should().Be(CountSurge.FromBaseline(19, 1, counts.Sum(), counts.Length) with { Dispersion = 1 });
    }

    [Test]
    public void FromBaselinePeriods_MoreScatter_IsLessSurprised()
    {
        long[] counts = [2, 20, 5, 31, 8, 14];
        double[] exposures = [1, 2, 1, 2, 1, 1];
        Surge periods = CountSurge.FromBaselinePeriods(30, 1.5, counts, exposures);
        Surge pooled = CountSurge.FromBaseline(30, 1.5, counts.Sum(), exposures.Sum());
        double rate = counts.Sum() / exposures.Sum();
        double dispersion = counts.Zip(exposures, (x, e) => (x - (rate * e)) * (x - (rate * e)) / (rate * e)).Sum() / 5;
        periods.Dispersion.Should().BeApproximately(dispersion, 1e-12);
        periods.Expected.Should().Be(pooled.Expected);
        periods.PValue.Should().BeGreaterThan(pooled.PValue);
        periods.UpperLimit.Should().BeGreaterThan(pooled.UpperLimit);
        periods.Ratio.Value.Should().Be(pooled.Ratio.Value);
        periods.Ratio.Interval!.Value.ShouldHold(pooled.Ratio.Interval!.Value);
        periods.Ratio.Caveats.Should().Be(Caveats.LowSampleSize);
    }

    // Given their sum, 15 of 40 is binomial: Clopper-Pearson limits from R binom.test(15, 40) turned into odds.
    [Test]
    public void FromBaseline_Ratio_IsTheConditionalInterval()
    {
        ConfidenceInterval shares = Proportion
            .FromCounts(15, 40, method: ShareIntervalMethod.ClopperPearson)
            .Interval!.Value;
        ConfidenceInterval ratio = CountSurge.FromBaseline(15, 2, 25, 10).Ratio.Interval!.Value;
        ratio.Lower.Should().BeApproximately(5 * shares.Lower / (1 - shares.Lower), 1e-12);
        ratio.Upper.Should().BeApproximately(5 * shares.Upper / (1 - shares.Upper), 1e-12);
    }

    [Test]
    public void UpperLimit_Any_IsTheLeastCountSeldomExceeded() =>
        ForAll(
            Situations(),
            Generators.Levels(),
            (situation, level) =>
            {
                (long baseline, double times, double dispersion) = situation;
                double mean = (baseline + 0.5) * times;
                double tail = (1 - level.Value) / 2;
                Check(new PoissonLaw(mean), tail);
                Check(new NegativeBinomialLaw(mean, dispersion - 1 + (dispersion * times)), tail);
                Check(new BetaBinomialLaw(1 + (long)mean, 0.5, 1.5), tail);
            }
        );

    [Test]
    public void FromBaseline_UnitOfExposure_ChangesNothing() =>
        ForAll(
            Situations(),
            situation =>
            {
                (long baseline, double times, _) = situation;
                Surge days = CountSurge.FromBaseline(baseline / 2, times, baseline, 1);
                Surge hours = CountSurge.FromBaseline(baseline / 2, 16 * times, baseline, 16);
                hours.Should().Be(days);
            }
        );

    [Test]
    public void PValue_HigherCount_IsLower() =>
        ForAll(
            Situations(),
            situation =>
            {
                (long baseline, double times, _) = situation;
                long count = 1 + (long)(baseline * times);
                Surge one = CountSurge.FromBaseline(count, times, baseline, 1);
                Surge more = CountSurge.FromBaseline(count + 1, times, baseline, 1);
                more.PValue.Should().BeLessThan(one.PValue);
                one.PValue.Should().BeInRange(0, 1);
                if (one.Ratio is { Value: { } ratio, Interval: { } interval })
                {
                    ratio.Should().BeInRange(interval.Lower, interval.Upper);
                }
            }
        );

    [Test]
    public void Surges_Impossible_AreRefused()
    {
        (string Name, Action Act)[] calls =
        [
            ("count", () => CountSurge.FromExpected(-1, 1)),
            ("count", () => CountSurge.FromExpected(2_000_000_000, 1)),
            ("expected", () => CountSurge.FromExpected(1, 0)),
            ("expected", () => CountSurge.FromExpected(1, 2e9)),
            ("level", () => CountSurge.FromExpected(1, 1, 1)),
            ("exposure", () => CountSurge.FromBaseline(1, double.NaN, 1, 1)),
            ("exposure", () => CountSurge.FromBaseline(1, 1e300, 1, 1)),
            ("baselineCount", () => CountSurge.FromBaseline(1, 1, -1, 1)),
            ("baselineExposure", () => CountSurge.FromBaseline(1, 1, 1, 0)),
            ("baselineExposures", () => CountSurge.FromBaselinePeriods(1, 1, [], [])),
            ("baselineExposures", () => CountSurge.FromBaselinePeriods(1, 1, [1], [1, 2])),
            ("baselineExposures", () => CountSurge.FromBaselinePeriods(1, 1, [1], [0])),
            ("baselineCounts", () => CountSurge.FromBaselinePeriods(1, 1, [-1], [1])),
        ];
        foreach ((string name, Action act) in calls)
        {
            act.Should().Throw<ArgumentException>().WithParameterName(name);
        }
    }

    private static void Check<TLaw>(TLaw law, double tail)
        where TLaw : ICountLaw
    {
        long limit = CountLaws.UpperLimit(law, tail);
        law.AtLeast(limit + 1).Should().BeLessThanOrEqualTo(tail);
        if (limit > 0)
        {
            law.AtLeast(limit).Should().BeGreaterThan(tail);
        }
    }

    private static Arbitrary<(long Baseline, double Times, double Dispersion)> Situations() =>
        (
            from baseline in Gen.OneOf(Gen.Choose(0, 3), Gen.Choose(0, 400), Gen.Choose(0, 20_000))
            from eighths in Gen.OneOf(Gen.Choose(1, 8), Gen.Choose(1, 80))
            from dispersion in Gen.Choose(8, 40)
            select ((long)baseline, eighths / 8.0, dispersion / 8.0)
        ).ToArbitrary();
}
