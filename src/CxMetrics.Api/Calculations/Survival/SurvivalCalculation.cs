using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Survival;

[Description(
    "The share of subjects without the event over time (Kaplan and Meier), from durations of which some are still open: retention, time to value, time to resolution. "
        + "At most 1,000,000 subjects."
)]
internal sealed record SurvivalCalculation : SurvivalSubjects
{
    [Description("Times to read the share at, at most 1,000.")]
    [MaxLength(SurvivalCalculator.MostTimes)]
    public double[]? At { get; init; }

    [Description("The end of the restricted mean, above 0: the mean time without event up to it.")]
    public double? Horizon { get; init; }

    [Description(
        "Whether to list the whole curve: one step for each time at which somebody leaves, of which there may be 100,000."
    )]
    [DefaultValue(false)]
    public bool? Curve { get; init; }

    [Description(Hosting.Confidence.Meaning)]
    [DefaultValue(Hosting.Confidence.Default)]
    [Range(Hosting.Confidence.Minimum, Hosting.Confidence.Maximum)]
    public double? Confidence { get; init; }

    [Description("Interval method of the shares and the median.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.Survival))]
    public string? Method { get; init; }
}
