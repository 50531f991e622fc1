using CxMetrics.Calculation.Comparisons;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Numerics;
using CxMetrics.Calculation.Quantiles;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Weighting;

namespace CxMetrics.Calculation.Tests.Reference;

public static class MeanCases
{
    public static IReadOnlyDictionary<string, Func<ReferenceInputs, ReferenceAnswers>> Handlers { get; } =
        new Dictionary<string, Func<ReferenceInputs, ReferenceAnswers>>(StringComparer.Ordinal)
        {
            ["means/mean_t_interval"] = StudentT,
            ["means/weighted_mean"] = Weighted,
            ["means/welch_two_sample"] = Welch,
            ["means/quantile_order_statistic"] = OrderStatistic,
            ["means/lognormal_mean"] = LogNormal,
            ["means/bootstrap_mean"] = BootstrapMean,
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
            ["interval"] = IntervalOrPoint(mean),
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
        int freedom = values.Length - 1;
        return new ReferenceAnswers
        {
            ["mean"] = mean.Value,
            ["kish_effective_n"] = mean.EffectiveSampleSize,
            ["design_effect"] = moments.DesignEffect,
            ["weighted_variance"] = moments.Variance,
            ["standard_error_kish"] = mean.StandardError,
            ["interval_kish_t"] = IntervalOrPoint(mean),
            ["standard_error_linearized"] = moments.StandardErrorLinearized,
            ["interval_linearized_z"] = moments.StandardErrorLinearized is { } errorOfZ
                ? WaldInterval.FromStandardError(moments.Mean, errorOfZ, level)
                : null,
            ["interval_linearized_t"] = moments.StandardErrorLinearized is { } errorOfT
                ? StudentTInterval.FromStandardError(moments.Mean, errorOfT, freedom, level)
                : null,
        };
    }

    // The reference subtracts the second sample from the first, the library the first from the second.
    public static ReferenceAnswers Welch(ReferenceInputs inputs)
    {
        double[] a = inputs.Numbers("a");
        double[] b = inputs.Numbers("b");
        DifferenceEstimate difference = MeanDifference.FromValues(b, a, inputs.Level);
        double? freedom = difference.StandardError is null
            ? null
            : WelchSatterthwaite.DegreesOfFreedom(
                Mean.FromValues(a).StandardError!.Value,
                a.Length - 1,
                Mean.FromValues(b).StandardError!.Value,
                b.Length - 1
            );
        return new ReferenceAnswers
        {
            ["difference"] = difference.Value,
            ["standard_error"] = difference.StandardError,
            ["t"] = freedom is null ? null : difference.Value / difference.StandardError,
            ["df"] = freedom,
            ["p_value"] = difference.PValue,
            ["interval"] = difference.Interval,
        };
    }

    public static ReferenceAnswers OrderStatistic(ReferenceInputs inputs)
    {
        double[] values = inputs.Numbers("x");
        double probability = inputs.Number("q");
        double level = inputs.Level;
        OrderStatisticRanks ranks = OrderStatisticRanks.For(values.Length, probability, level);
        QuantileEstimate quantile = Quantile.FromValues(values, probability, level);
        return new ReferenceAnswers
        {
            ["lower_rank"] = ranks.Lower,
            ["upper_rank"] = ranks.Upper,
            ["lower"] = quantile.Lower,
            ["upper"] = quantile.Upper,
            ["exact_coverage"] = ranks.Coverage,
            ["quantile_type2"] = Quantile.FromValues(values, probability, level, QuantileDefinition.R2).Value,
            ["quantile_type6"] = Quantile.FromValues(values, probability, level, QuantileDefinition.R6).Value,
            ["quantile_type7"] = quantile.Value,
            ["quantile_type8"] = Quantile.FromValues(values, probability, level, QuantileDefinition.R8).Value,
        };
    }

    public static ReferenceAnswers LogNormal(ReferenceInputs inputs)
    {
        double[] values = inputs.Numbers("x");
        double level = inputs.Level;
        Estimate mean = LogNormalMean.FromValues(values, level);
        Estimate cox = LogNormalMean.FromValues(values, level, LogNormalMeanMethod.Cox);
        Estimate geometric = GeometricMean.FromValues(values, level);
        LogMoments logs = LogMoments.Of(values);
        double n = values.Length;
        return new ReferenceAnswers
        {
            ["log_mean"] = logs.Mean,
            ["log_variance"] = n > 1 ? logs.StandardDeviation * logs.StandardDeviation * n / (n - 1) : null,
            ["estimate"] = mean.Value,
            ["cox"] = IntervalOrPoint(cox),
            ["cox_t"] = IntervalOrPoint(mean),
            ["geometric_mean"] = geometric.Value,
            ["geometric_mean_interval"] = IntervalOrPoint(geometric),
        };
    }

    public static ReferenceAnswers BootstrapMean(ReferenceInputs inputs)
    {
        double[] values = inputs.Numbers("x");
        double level = inputs.Level;
        BootstrapDistribution distribution = Bootstrap.Mean(values, seed: 1, resamples: 100_000);
        return new ReferenceAnswers
        {
            ["mean"] = distribution.Value,
            ["exact_bootstrap_standard_error"] = Bootstrap.ExactStandardErrorOfMean(values),
            ["monte_carlo"] = new ReferenceAnswers
            {
                ["replicates"] = distribution.Resamples,
                ["percentile"] = distribution.Interval(level, BootstrapIntervalMethod.Percentile),
                ["bca"] = distribution.Interval(level),
                ["basic"] = distribution.Interval(level, BootstrapIntervalMethod.Basic),
                ["bootstrap_se"] = distribution.StandardError,
            },
        };
    }

    // The formulas give equal values an interval of no width, and so does the reference; the metrics give none.
    private static IntervalLimits? IntervalOrPoint(Estimate estimate) =>
        estimate switch
        {
            { Interval: { } interval } => new IntervalLimits(interval.Lower, interval.Upper),
            { Value: { } value, StandardError: 0.0 } => new IntervalLimits(value, value),
            _ => null,
        };
}
