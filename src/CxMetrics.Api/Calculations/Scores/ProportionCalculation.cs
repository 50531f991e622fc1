using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Scores;

[Description(
    "A share: so many successes among so many trials, or the outcome of each trial. Outcomes can have weights."
)]
internal sealed record ProportionCalculation : ProportionAnswers
{
    [Description("One weight per outcome, none negative, not all zero.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Weights { get; init; }

    [Description(Hosting.Confidence.Meaning)]
    [DefaultValue(Hosting.Confidence.Default)]
    [Range(Hosting.Confidence.Minimum, Hosting.Confidence.Maximum)]
    public double? Confidence { get; init; }

    [Description(
        "Interval method. With weights `wilsonKish`, the default there, or `wilsonLinearized`; without weights one of the others."
    )]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.Share), nameof(IntervalMethods.WeightedShare))]
    public string? Method { get; init; }
}
