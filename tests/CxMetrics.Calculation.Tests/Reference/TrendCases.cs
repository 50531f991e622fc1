using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Monitoring;
using CxMetrics.Calculation.Trends;

namespace CxMetrics.Calculation.Tests.Reference;

public static class TrendCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["trend/mann_kendall_theil_sen"] = MannKendallAndSen,
            ["trend/linear_regression"] = Regression,
            ["trend/p_chart"] = Shares,
            ["trend/u_chart"] = Rates,
            ["trend/xmr_chart"] = MovingRanges,
            ["trend/cusum"] = Cusum,
            ["trend/ewma"] = Ewma,
        };

    public static ReferenceAnswers MannKendallAndSen(ReferenceInputs inputs)
    {
        double[] values = inputs.Numbers("y");
        double level = inputs.Level;
        MannKendallResult test = MannKendall.FromValues(values);
        MannKendallResult uncorrected = MannKendall.FromValues(values, MannKendallMethod.Normal);
        SenLine line = SenSlope.FromValues(values, level);
        return new ReferenceAnswers
        {
            ["S"] = test.S,
            ["var_S"] = test.Variance,
            ["z"] = test.Z,
            ["p_value"] = test.PValue,
            ["z_without_continuity"] = uncorrected.Z,
            ["p_value_without_continuity"] = uncorrected.PValue,
            ["kendall_tau_b"] = test.TauB,
            ["sen_slope"] = line.Slope.Value,
            ["sen_intercept_median"] = line.Intercept,
            ["sen_interval_scipy"] = SenSlope.FromValues(values, level, SenIntervalMethod.Scipy).Slope.Interval,
            ["sen_interval_r_trend"] = line.Slope.Interval,
        };
    }

    public static ReferenceAnswers Regression(ReferenceInputs inputs)
    {
        double[] positions = inputs.Numbers("x");
        double[] values = inputs.Numbers("y");
        double level = inputs.Level;
        double at = inputs.Number("x0");
        LinearTrend? line = inputs.Has("w")
            ? LinearTrend.FromPoints(positions, values, inputs.Numbers("w"), level).Model
            : LinearTrend.FromPoints(positions, values, level).Model;
        inputs.Pass("w");
        return new ReferenceAnswers
        {
            ["intercept"] = line?.Intercept.Value,
            ["slope"] = line?.Slope.Value,
            ["se_intercept"] = line?.Intercept.StandardError,
            ["se_slope"] = line?.Slope.StandardError,
            ["t_slope"] = line?.SlopeStatistic,
            ["p_slope"] = line?.SlopePValue,
            ["slope_interval"] = Limits(line?.Slope),
            ["intercept_interval"] = Limits(line?.Intercept),
            ["r_squared"] = line?.RSquared,
            ["sigma"] = line?.Sigma,
            ["fit_at_x0"] = line?.At(at).Value,
            ["mean_interval_at_x0"] = Limits(line?.At(at)),
        };
    }

    public static ReferenceAnswers Shares(ReferenceInputs inputs) =>
        Attributes(PChart.FromCounts(inputs.Counts("x"), inputs.Counts("n")));

    public static ReferenceAnswers Rates(ReferenceInputs inputs) =>
        Attributes(UChart.FromCounts(inputs.Counts("x"), inputs.Numbers("n")));

    public static ReferenceAnswers MovingRanges(ReferenceInputs inputs)
    {
        double[] values = inputs.Numbers("x");
        XmRChart chart = XmRChart.FromValues(values);
        return new ReferenceAnswers
        {
            ["center"] = chart.Individuals.Center,
            ["moving_ranges"] = chart.MovingRanges.Points.Select(point => point.Value).ToArray(),
            ["mean_moving_range"] = chart.MovingRanges.Center,
            ["exact_constants"] = XmRLimits(chart, 2 / Math.Sqrt(Math.PI)),
            ["table_constants"] = XmRLimits(XmRChart.FromValues(values, null, MovingRangeConstants.Table), 1.128),
            ["qcc_2_7"] = XmRLimits(XmRChart.FromValues(values, null, MovingRangeConstants.Table), 1.128),
            ["shewhart_2_66"] = XmRLimits(XmRChart.FromValues(values, null, MovingRangeConstants.Rounded), null),
        };
    }

    public static ReferenceAnswers Cusum(ReferenceInputs inputs)
    {
        CusumChart chart = CusumChart.FromValues(
            inputs.Numbers("x"),
            inputs.Number("target"),
            inputs.Number("sigma"),
            inputs.Number("shift"),
            inputs.Number("h")
        );
        return new ReferenceAnswers
        {
            ["k"] = chart.Allowance,
            ["upper_cusum"] = chart.Points.Select(point => point.UpperSum).ToArray(),
            ["lower_cusum"] = chart.Points.Select(point => point.LowerSum).ToArray(),
            ["signals_upper_1based"] = Places(chart.Points, point => point.IsHigh),
            ["signals_lower_1based"] = Places(chart.Points, point => point.IsLow),
        };
    }

    public static ReferenceAnswers Ewma(ReferenceInputs inputs)
    {
        ControlChart chart = EwmaChart.FromValues(
            inputs.Numbers("x"),
            inputs.Number("target"),
            inputs.Number("sigma"),
            inputs.Number("lambda"),
            inputs.Number("nsigmas")
        );
        return new ReferenceAnswers
        {
            ["ewma_start_at_target"] = chart.Points.Select(point => point.Value).ToArray(),
            ["lower"] = chart.Points.Select(point => point.Lower).ToArray(),
            ["upper"] = chart.Points.Select(point => point.Upper).ToArray(),
            ["beyond_limits_1based"] = Places(chart.Points, IsBeyond),
        };
    }

    private static ReferenceAnswers Attributes(ControlChart chart) =>
        new()
        {
            ["center"] = chart.Center,
            ["points"] = chart.Points.Select(point => point.Value).ToArray(),
            ["lower"] = chart.Points.Select(point => Formula(point, point.Lower)).ToArray(),
            ["upper"] = chart.Points.Select(point => Formula(point, point.Upper)).ToArray(),
            ["beyond_limits_1based"] = Places(chart.Points, IsBeyond),
        };

    // A centre of 0 or 1 has formula limits of no width; the library predicts instead.
    private static double? Formula(ChartPoint point, double? limit) =>
        limit is not null && point.Center is 0 or 1 ? point.Center : limit;

    // Values that all agree have formula limits of no width; the library has none.
    private static ReferenceAnswers XmRLimits(XmRChart chart, double? d2) =>
        new()
        {
            ["d2"] = d2,
            ["sigma"] = chart.Sigma,
            ["lower"] = chart.Individuals.Points.Select(point => point.Lower).FirstOrDefault() ?? WithoutWidth(chart),
            ["upper"] = chart.Individuals.Points.Select(point => point.Upper).FirstOrDefault() ?? WithoutWidth(chart),
            ["mr_upper"] = chart.MovingRanges.Points.Select(point => point.Upper).FirstOrDefault() ?? chart.Sigma,
        };

    private static double? WithoutWidth(XmRChart chart) => chart.Sigma is 0 ? chart.Individuals.Center : null;

    private static bool IsBeyond(ChartPoint point) => point.Signals.HasFlag(ChartRules.BeyondLimits);

    private static int[] Places<TPoint>(IReadOnlyList<TPoint> points, Func<TPoint, bool> isSignal) =>
        [.. Enumerable.Range(1, points.Count).Where(place => isSignal(points[place - 1]))];

    // The reference gives points on a line intervals of no width, the library none.
    private static IntervalLimits? Limits(Estimate? estimate) =>
        estimate switch
        {
            { Interval: { } interval } => new IntervalLimits(interval.Lower, interval.Upper),
            { Value: { } value, StandardError: 0 } => new IntervalLimits(value, value),
            _ => null,
        };
}
