using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Trends;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class TrendPageTests
{
    private static WorkedPage Page { get; } =
        new(
            DocsFolder.PathOf("calculation", "trend-and-signal.md"),
            new Dictionary<string, Func<WorkedNumber, Dictionary<string, object>>>(StringComparer.Ordinal)
            {
                ["trend"] = Trend,
                ["line"] = Line,
                ["p-chart"] = Shares,
                ["laney"] = LargeShares,
                ["u-chart"] = Rates,
                ["shift"] = Shift,
                ["count-surge"] = Counted,
                ["dispersed-surge"] = Dispersed,
                ["share-surge"] = Shared,
                ["share-sequence"] = ShareSequence,
                ["mean-sequence"] = MeanSequence,
            }
        );

    public static IEnumerable<string> Metrics() => Page.Metrics;

    [TestCaseSource(nameof(Metrics))]
    public void WorkedNumbers_OfThePage_AreWhatTheLibraryComputes(string metric) => Page.ShouldAgreeOn(metric);

    [Test]
    public void Page_WorkedNumbers_AreAllRecomputed() => Page.ShouldHaveNoOtherBlocks();

    private static Dictionary<string, object> Trend(WorkedNumber worked)
    {
        double[] values = worked.Numbers("values");
        MannKendallResult test = MannKendall.FromValues(values);
        SenLine line = SenSlope.FromValues(values, worked.Level);
        return new(WithInterval(line.Slope))
        {
            ["S"] = (double)test.S,
            ["variance"] = test.Variance,
            ["z"] = test.Z!.Value,
            ["p"] = test.PValue!.Value,
            ["exact p"] = MannKendall.FromValues(values, MannKendallMethod.Exact).PValue!.Value,
            ["tau"] = test.TauB!.Value,
            ["slope"] = line.Slope.Value!.Value,
            ["intercept"] = line.Intercept!.Value,
        };
    }

    private static Dictionary<string, object> Line(WorkedNumber worked)
    {
        double[] values = worked.Numbers("values");
        double[] months = [.. Enumerable.Range(1, values.Length)];
        LinearTrend line = LinearTrend.FromPoints(months, values, worked.Numbers("weights"), worked.Level).Model!;
        Estimate next = line.At(values.Length + 1);
        return new(WithInterval(line.Slope))
        {
            ["slope"] = line.Slope.Value!.Value,
            ["p"] = line.SlopePValue!.Value,
            ["r squared"] = line.RSquared!.Value,
            ["next month"] = next.Value!.Value,
            ["next lower"] = next.Interval!.Value.Lower,
            ["next upper"] = next.Interval.Value.Upper,
        };
    }

    private static Dictionary<string, object> Shares(WorkedNumber worked)
    {
        ControlChart chart = PChart.FromCounts(Counts(worked, "successes"), Counts(worked, "trials"));
        return new()
        {
            ["centre"] = 100 * chart.Center!.Value,
            ["first lower"] = 100 * chart.Points[0].Lower!.Value,
            ["first upper"] = 100 * chart.Points[0].Upper!.Value,
            ["beyond limits"] = Signals(chart),
        };
    }

    private static Dictionary<string, object> LargeShares(WorkedNumber worked)
    {
        long[] successes = Counts(worked, "successes");
        long[] trials = [.. Enumerable.Repeat(worked.Count("trials"), successes.Length)];
        ControlChart plain = PChart.FromCounts(successes, trials, rules: ChartRules.BeyondLimits);
        ControlChart laney = PChart.FromCounts(successes, trials, limits: AttributeLimits.Laney);
        return new()
        {
            ["centre"] = 100 * plain.Center!.Value,
            ["shewhart lower"] = 100 * plain.Points[0].Lower!.Value,
            ["shewhart upper"] = 100 * plain.Points[0].Upper!.Value,
            ["beyond shewhart"] = Signals(plain),
            ["laney lower"] = 100 * laney.Points[0].Lower!.Value,
            ["laney upper"] = 100 * laney.Points[0].Upper!.Value,
            ["beyond laney"] = Signals(laney),
        };
    }

    private static Dictionary<string, object> Rates(WorkedNumber worked)
    {
        ControlChart chart = UChart.FromCounts(Counts(worked, "events"), worked.Numbers("exposures"));
        return new()
        {
            ["centre"] = chart.Center!.Value,
            ["first lower"] = chart.Points[0].Lower!.Value,
            ["first upper"] = chart.Points[0].Upper!.Value,
            ["beyond limits"] = Signals(chart),
        };
    }

    private static Dictionary<string, object> Shift(WorkedNumber worked)
    {
        double[] values = worked.Numbers("values");
        XmRChart chart = XmRChart.FromValues(values, (int)worked.Count("baseline"));
        double target = chart.Individuals.Center!.Value;
        double sigma = chart.Sigma!.Value;
        CusumChart cusum = CusumChart.FromValues(values, target, sigma);
        ControlChart ewma = EwmaChart.FromValues(values, target, sigma);
        return new()
        {
            ["centre"] = target,
            ["sigma"] = sigma,
            ["lower"] = chart.Individuals.Points[0].Lower!.Value,
            ["upper"] = chart.Individuals.Points[0].Upper!.Value,
            ["range upper"] = chart.MovingRanges.Points[0].Upper!.Value,
            ["X signals"] = Signals(chart.Individuals),
            ["cusum signals"] = Places(cusum.Points, point => point.IsHigh || point.IsLow),
            ["cusum last"] = cusum.Points[^1].UpperSum,
            ["ewma signals"] = Signals(ewma),
            ["ewma last"] = ewma.Points[^1].Value!.Value,
        };
    }

    private static Dictionary<string, object> Counted(WorkedNumber worked) =>
        WithRatio(
            CountSurge.FromBaseline(
                worked.Count("count"),
                worked.Number("days"),
                worked.Count("baseline count"),
                worked.Number("baseline days"),
                worked.Level
            )
        );

    private static Dictionary<string, object> Dispersed(WorkedNumber worked)
    {
        long[] counts = Counts(worked, "baseline counts");
        double[] days = worked.Numbers("baseline days");
        long count = worked.Count("count");
        double exposure = worked.Number("days");
        Surge surge = CountSurge.FromBaselinePeriods(count, exposure, counts, days, worked.Level);
        return new()
        {
            ["dispersion"] = surge.Dispersion!.Value,
            ["p"] = surge.PValue,
            ["p of the sum"] = CountSurge.FromBaseline(count, exposure, counts.Sum(), days.Sum()).PValue,
        };
    }

    private static Dictionary<string, object> Shared(WorkedNumber worked) =>
        WithRatio(
            ShareSurge.FromCounts(
                worked.Count("successes"),
                worked.Count("trials"),
                worked.Count("baseline successes"),
                worked.Count("baseline trials"),
                worked.Level
            )
        );

    private static Dictionary<string, object> ShareSequence(WorkedNumber worked)
    {
        long successes = worked.Count("successes");
        long trials = worked.Count("trials");
        ConfidenceInterval interval = ProportionConfidenceSequence.FromCounts(successes, trials, worked.Level);
        IntervalLimits wilson = WilsonInterval.FromCounts(successes, trials, worked.Level);
        return new()
        {
            ["lower"] = 100 * interval.Lower,
            ["upper"] = 100 * interval.Upper,
            ["method"] = interval.Method,
            ["wilson lower"] = 100 * wilson.Lower,
            ["wilson upper"] = 100 * wilson.Upper,
        };
    }

    private static Dictionary<string, object> MeanSequence(WorkedNumber worked)
    {
        MeanConfidenceSequence sequence = MeanConfidenceSequence.Between(1, 5);
        for (long time = 0; time < worked.Count("times"); time++)
        {
            sequence = sequence.With(worked.Numbers("ratings"));
        }

        ConfidenceInterval interval = sequence.Interval(worked.Level);
        return new()
        {
            ["mean"] = sequence.Mean!.Value,
            ["lower"] = interval.Lower,
            ["upper"] = interval.Upper,
            ["method"] = interval.Method,
        };
    }

    private static Dictionary<string, object> WithRatio(Surge surge) =>
        new(WithInterval(surge.Ratio))
        {
            ["expected"] = surge.Expected,
            ["p"] = surge.PValue,
            ["upper limit"] = (double)surge.UpperLimit,
            ["ratio"] = surge.Ratio.Value!.Value,
        };

    private static Dictionary<string, object> WithInterval(Estimate estimate) =>
        new()
        {
            ["lower"] = estimate.Interval!.Value.Lower,
            ["upper"] = estimate.Interval.Value.Upper,
            ["method"] = estimate.Interval.Value.Method,
        };

    private static string Signals(ControlChart chart) =>
        Places(chart.Points, point => point.Signals != ChartRules.None);

    private static string Places<TPoint>(IReadOnlyList<TPoint> points, Func<TPoint, bool> isSignal)
    {
        int[] places = [.. Enumerable.Range(1, points.Count).Where(place => isSignal(points[place - 1]))];
        return places.Length > 0 ? string.Join(' ', places) : "none";
    }

    private static long[] Counts(WorkedNumber worked, string key) =>
        [.. worked.Numbers(key).Select(count => (long)count)];
}
