using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests.Reference;

public static class MeanCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["means/mean_t_interval"] = StudentT,
            ["means/weighted_mean"] = Weighted,
        };

    public static ReferenceAnswers StudentT(ReferenceInputs inputs)
    {
        double[] values = inputs.Numbers("x");
        double level = inputs.Level;
        Estimate mean = Mean.FromValues(values, level);
        int freedom = values.Length - 1;
        return new ReferenceAnswers
        {
            ["n"] = mean.SampleSize,
            ["mean"] = mean.Value,
            ["sd"] = mean.StandardError * Math.Sqrt(values.Length),
            ["standard_error"] = mean.StandardError,
            ["interval"] = mean.Interval ?? (object?)Formula(mean, freedom, level),
            ["t_quantile"] = freedom > 0 ? StudentTInterval.Quantile(freedom, level) : null,
        };
    }

    public static ReferenceAnswers Weighted(ReferenceInputs inputs)
    {
        double[] values = inputs.Numbers("x");
        double[] weights = inputs.Numbers("w");
        double level = inputs.Level;
        Estimate mean = Mean.FromValues(values, weights, level);
        WeightedMoments moments = WeightedMoments.Of(values, weights);
        double linearized = moments.StandardErrorLinearized!.Value;
        return new ReferenceAnswers
        {
            ["mean"] = mean.Value,
            ["kish_effective_n"] = mean.EffectiveSampleSize,
            ["design_effect"] = moments.DesignEffect,
            ["weighted_variance"] = moments.Variance,
            ["standard_error_kish"] = mean.StandardError,
            ["interval_kish_t"] = mean.Interval,
            ["standard_error_linearized"] = linearized,
            ["interval_linearized_z"] = WaldInterval.FromStandardError(moments.Mean, linearized, level),
            ["interval_linearized_t"] = StudentTInterval.FromStandardError(
                moments.Mean,
                linearized,
                values.Length - 1,
                level
            ),
        };
    }

    // The reference gives equal values an interval of no width, the metric none; the formula agrees with the reference.
    private static IntervalLimits? Formula(Estimate mean, int freedom, double level) =>
        mean.StandardError is { } error
            ? StudentTInterval.FromStandardError(mean.Value!.Value, error, freedom, level)
            : null;
}
