using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Tests.Properties;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.Distributions;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Monitoring;

public sealed class ShareChartTests
{
    [Test]
    public void PChart_NothingAtAll_HasNoCentre()
    {
        PChart.FromCounts([], []).Points.Should().BeEmpty();
        ControlChart chart = PChart.FromCounts([0, 0], [0, 0]);
        chart.Center.Should().BeNull();
        chart.Points.Should().OnlyContain(point => point == default);
    }

    [Test]
    public void PChart_EmptySubgroup_IsAGap()
    {
        ControlChart chart = PChart.FromCounts([40, 0, 60], [100, 0, 100]);
        chart.Center.Should().Be(0.5);
        chart.Points[1].Should().Be(new ChartPoint(null, null, 0.5, null, ChartRules.None));
    }

    [Test]
    public void PChart_SinglePoint_IsInControl()
    {
        ControlChart chart = PChart.FromCounts([40], [100]);
        chart.Points.Should().ContainSingle().Which.Signals.Should().Be(ChartRules.None);
    }

    [Test]
    public void PChart_Baseline_AloneSetsTheLimits()
    {
        ControlChart chart = PChart.FromCounts([20, 22, 18, 90], [100, 100, 100, 100], baselinePoints: 3);
        chart.Center.Should().Be(0.2);
        chart.BaselinePoints.Should().Be(3);
        chart.Points[3].Upper.Should().BeApproximately(0.32, 1e-14);
        chart.Points[3].Signals.Should().Be(ChartRules.BeyondLimits);
    }

    [Test]
    public void PChart_BaselineWithoutPoints_ShowsValuesOnly()
    {
        ControlChart chart = PChart.FromCounts([3], [10], baselinePoints: 0);
        chart.Points.Should().Equal(new ChartPoint(0.3, null, null, null, ChartRules.None));
    }

    [Test]
    public void PChart_NoSuccessInTheBaseline_DoesNotAlarmOnTheFirst()
    {
        ControlChart chart = PChart.FromCounts([0, 0, 0, 1, 40], [50, 50, 50, 50, 50], baselinePoints: 3);
        chart.Center.Should().Be(0);
        chart.Points[3].Signals.Should().Be(ChartRules.None);
        chart.Points[3].Lower.Should().Be(0);
        chart.Points[4].Signals.Should().Be(ChartRules.BeyondLimits);
        double upper = chart.Points[3].Upper!.Value * 50;
        BetaBinomialLaw law = ShareSurge.Predictive(50, 0, 150);
        law.AtLeast((long)upper + 1).Should().BeLessThan(0.00135);
        law.AtLeast((long)upper).Should().BeGreaterThan(0.00135);
    }

    [Test]
    public void PChart_OnlySuccessesInTheBaseline_IsTheMirrorImage()
    {
        ControlChart chart = PChart.FromCounts([50, 50, 50, 49, 10], [50, 50, 50, 50, 50], baselinePoints: 3);
        ControlChart mirror = PChart.FromCounts([0, 0, 0, 1, 40], [50, 50, 50, 50, 50], baselinePoints: 3);
        chart.Points[3].Lower.Should().Be(1 - mirror.Points[3].Upper);
        chart.Points[3].Upper.Should().Be(1);
        chart.Points[3].Signals.Should().Be(ChartRules.None);
        chart.Points[4].Signals.Should().Be(ChartRules.BeyondLimits);
    }

    [Test]
    public void PChart_TinyBaselineAndHugeSubgroup_IsAnsweredAtOnce() =>
        PChart.FromCounts([0, 5], [1, 4_000_000_000_000], baselinePoints: 1).Points[1].Upper.Should().BeInRange(0.9, 1);

    [Test]
    public void PChart_FewExpected_SaysSo()
    {
        PChart.FromCounts([1, 2], [20, 20]).Caveats.Should().Be(Caveats.LowSampleSize);
        PChart.FromCounts([99, 98], [100, 100]).Caveats.Should().Be(Caveats.LowSampleSize);
        PChart.FromCounts([100, 200], [2_000, 2_000]).Caveats.Should().Be(Caveats.None);
    }

    // Days of 100,000 answers whose true share wanders by one percentage point: ordinary, though ten binomial errors wide.
    [Test]
    public void Laney_LargeSubgroupsThatWander_AreInControl()
    {
        RandomStreamSource random = new(11);
        long[] trials = [.. Enumerable.Repeat(100_000L, 120)];
        long[] successes = [.. trials.Select(n => (long)(n * (0.3 + Normal.Sample(random, 0, 0.01))))];
        Beyond(PChart.FromCounts(successes, trials)).Should().BeGreaterThan(50);
        Beyond(PChart.FromCounts(successes, trials, limits: AttributeLimits.Laney)).Should().BeLessThan(3);
    }

    // By hand: z = -1, 1, 0 with errors .05; mean range 1.5, factor 1.5 √π/2.
    [Test]
    public void Laney_ThreePoints_MultipliesTheErrors()
    {
        ControlChart chart = PChart.FromCounts([45, 55, 50], [100, 100, 100], limits: AttributeLimits.Laney);
        double factor = 1.5 * Math.Sqrt(Math.PI) / 2;
        chart.Points[0].Upper.Should().BeApproximately(0.5 + (3 * 0.05 * factor), 1e-14);
        chart.Points[0].Lower.Should().BeApproximately(0.5 - (3 * 0.05 * factor), 1e-14);
    }

    [Test]
    public void Laney_ExposuresOfVeryDifferentSize_HaveFiniteLimits()
    {
        ControlChart chart = UChart.FromCounts([1, 1, 1], [1, 1, 1e300], limits: AttributeLimits.Laney);
        chart.Points.Should().OnlyContain(point => double.IsFinite(point.Upper!.Value) && point.Upper > 0);
    }

    [Test]
    public void Laney_WithoutScatter_HasNoLimits()
    {
        PChart.FromCounts([5], [10], limits: AttributeLimits.Laney).Points[0].Upper.Should().BeNull();
        PChart.FromCounts([5, 5], [10, 10], limits: AttributeLimits.Laney).Points[0].Upper.Should().BeNull();
    }

    [Test]
    public void UChart_EmptyPeriods_AreGaps()
    {
        ControlChart chart = UChart.FromCounts([4, 0, 6], [2, 0, 2]);
        chart.Center.Should().Be(2.5);
        chart.Points[1].Value.Should().BeNull();
        UChart.FromCounts([0], [0]).Center.Should().BeNull();
        UChart.FromCounts([7], [2], baselinePoints: 0).Points[0].Value.Should().Be(3.5);
    }

    [Test]
    public void UChart_NoEventInTheBaseline_DoesNotAlarmOnTheFirst()
    {
        ControlChart chart = UChart.FromCounts([0, 0, 1, 30], [10, 10, 10, 10], baselinePoints: 2);
        chart.Points[2].Signals.Should().Be(ChartRules.None);
        chart.Points[3].Signals.Should().Be(ChartRules.BeyondLimits);
        UChart.FromCounts([0, 0], [1e-300, 1e300], baselinePoints: 1).Points[1].Upper.Should().BePositive();
        UChart.FromCounts([0, 0], [1e300, 1e-300], baselinePoints: 1).Points[1].Upper.Should().Be(0);
    }

    [Test]
    public void UChart_ZeroLowerLimit_IsClipped() =>
        UChart.FromCounts([1, 2, 1], [10, 10, 10]).Points.Should().OnlyContain(point => point.Lower == 0);

    [Test]
    public void Charts_AnyCounts_HaveOrderedLimits() =>
        ForAll(
            Gen.ArrayOf(Generators.ShareCounts().Generator).ToArbitrary(),
            Gen.Elements(AttributeLimits.Shewhart, AttributeLimits.Laney).ToArbitrary(),
            (counts, limits) =>
            {
                long[] successes = [.. counts.Select(count => count.Successes)];
                long[] trials = [.. counts.Select(count => count.Trials)];
                int half = counts.Length / 2;
                ControlChart shares = PChart.FromCounts(successes, trials, half, ChartRules.Nelson, limits);
                ControlChart rates = UChart.FromCounts(
                    successes,
                    [.. trials.Select(n => (double)n)],
                    half,
                    limits: limits
                );
                ChartPoint[] limited = [.. shares.Points.Concat(rates.Points).Where(point => point.Lower is not null)];
                limited.All(point => point.Lower >= 0 && point.Lower <= point.Center).Should().BeTrue();
                limited.All(point => point.Upper >= point.Center).Should().BeTrue();
                shares.Points.Any(point => point.Upper > 1).Should().BeFalse();
            }
        );

    [Test]
    public void PChart_OfTheComplement_IsTheMirrorImage() =>
        ForAll(
            Gen.ArrayOf(Generators.ShareCounts().Generator).ToArbitrary(),
            counts =>
            {
                long[] trials = [.. counts.Select(count => count.Trials)];
                ControlChart one = PChart.FromCounts([.. counts.Select(count => count.Successes)], trials);
                ControlChart other = PChart.FromCounts(
                    [.. counts.Select(count => count.Trials - count.Successes)],
                    trials
                );
                for (int index = 0; index < trials.Length; index++)
                {
                    double? lower = 1 - one.Points[index].Upper;
                    other.Points[index].Lower.HasValue.Should().Be(lower.HasValue);
                    (other.Points[index].Lower ?? 0).Should().BeApproximately(lower ?? 0, 1e-12);
                }
            }
        );

    [Test]
    public void Charts_Impossible_AreRefused()
    {
        (string Name, Action Act)[] calls =
        [
            ("trials", () => PChart.FromCounts([1], [1, 2])),
            ("successes", () => PChart.FromCounts([3], [2])),
            ("baselinePoints", () => PChart.FromCounts([1], [2], 2)),
            ("baselinePoints", () => PChart.FromCounts([1], [2], -1)),
            ("rules", () => PChart.FromCounts([1], [2], rules: (ChartRules)512)),
            ("limits", () => PChart.FromCounts([1], [2], limits: (AttributeLimits)5)),
            ("exposures", () => UChart.FromCounts([1], [])),
            ("exposures", () => UChart.FromCounts([1], [0])),
            ("exposures", () => UChart.FromCounts([1], [double.NaN])),
            ("exposures", () => UChart.FromCounts([1], [1e-320])),
            ("events", () => UChart.FromCounts([-1], [1])),
        ];
        foreach ((string name, Action act) in calls)
        {
            act.Should().Throw<ArgumentException>().WithParameterName(name);
        }
    }

    private static int Beyond(ControlChart chart) =>
        chart.Points.Count(point => point.Signals.HasFlag(ChartRules.BeyondLimits));
}
