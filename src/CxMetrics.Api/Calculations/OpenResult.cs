using System.ComponentModel;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Calculation;
using CxMetrics.Calculation.Quantiles;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Survival;

namespace CxMetrics.Api.Calculations;

/// <summary>A number whose interval may be open to one side.</summary>
internal record OpenResult
{
    [Description(
        "The estimate; null when nothing was counted or the data do not tell. A limit can be known nevertheless."
    )]
    public required double? Value { get; init; }

    [Description("What value, limits and standard error are counted in; `value` is the unit of the request.")]
    public required string Unit { get; init; }

    [Description("Observations counted.")]
    public required long N { get; init; }

    [Description("The interval; null without any limit.")]
    public required OpenInterval? Interval { get; init; }

    [Description("Standard error of the value; null when it cannot be estimated.")]
    public required double? StandardError { get; init; }

    [Description(Results.Flags.Meanings)]
    public required IReadOnlyList<string> Flags { get; init; }

    [Description(
        "Effective number of observations; only where it differs from their number, for example with weights."
    )]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public double? NEffective { get; init; }

    public static OpenResult From(QuantileEstimate quantile) =>
        new()
        {
            Value = quantile.Value,
            Unit = Units.Value,
            N = quantile.SampleSize,
            Interval = OpenInterval.From(quantile.Lower, quantile.Upper, IntervalMethodNames.OrderStatistics),
            StandardError = null,
            NEffective = quantile.EffectiveSampleSize,
            Flags = Results.Flags.Of(quantile.SampleSize, quantile.Caveats),
        };

    public static OpenResult From(SurvivalQuantile quantile) =>
        new()
        {
            Value = quantile.Value,
            Unit = Units.Value,
            N = quantile.SampleSize,
            Interval = OpenInterval.From(quantile.Lower, quantile.Upper, quantile.Method),
            StandardError = null,
            Flags = Results.Flags.Of(quantile.SampleSize, quantile.Caveats),
        };

    public static OpenResult From(OpenEstimate estimate) =>
        new()
        {
            Value = estimate.Value,
            Unit = Units.Value,
            N = estimate.SampleSize,
            Interval = OpenInterval.From(estimate.Lower, estimate.Upper, estimate.Method),
            StandardError = estimate.StandardError,
            NEffective = estimate.EffectiveSampleSize,
            Flags = Results.Flags.Of(estimate.SampleSize, estimate.Caveats),
        };

    public static OpenResult From(Estimate estimate) =>
        new()
        {
            Value = estimate.Value,
            Unit = Units.Value,
            N = estimate.SampleSize,
            Interval = OpenInterval.From(estimate.Interval?.Lower, estimate.Interval?.Upper, estimate.Interval?.Method),
            StandardError = estimate.StandardError,
            NEffective = estimate.EffectiveSampleSize,
            Flags = Results.Flags.Of(estimate),
        };
}
