using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Trends;

namespace CxMetrics.Calculation.Tests.Reference;

public static class TrendCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["trend/mann_kendall_theil_sen"] = MannKendallAndSen,
            ["trend/linear_regression"] = Regression,
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

    // The reference gives points on a line intervals of no width, the library none.
    private static IntervalLimits? Limits(Estimate? estimate) =>
        estimate switch
        {
            { Interval: { } interval } => new IntervalLimits(interval.Lower, interval.Upper),
            { Value: { } value, StandardError: 0 } => new IntervalLimits(value, value),
            _ => null,
        };
}
