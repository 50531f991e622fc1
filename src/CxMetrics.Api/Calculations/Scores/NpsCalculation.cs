using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Scores;

[Description(
    "Answers on 0 to 10 in one of three forms: the three bands, the scores, or a count per score. Scores can have weights."
)]
internal sealed record NpsCalculation : NpsAnswers
{
    [Description("One weight per score, none negative, not all zero.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Weights { get; init; }

    [Description(Hosting.Confidence.Meaning)]
    [DefaultValue(Hosting.Confidence.Default)]
    [Range(Hosting.Confidence.Minimum, Hosting.Confidence.Maximum)]
    public double? Confidence { get; init; }

    [Description(
        "Interval method. With weights `tangoKish`, the default there, or `tangoLinearized`; without weights one of the others."
    )]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.NetScore), nameof(IntervalMethods.WeightedNetScore))]
    public string? Method { get; init; }
}
