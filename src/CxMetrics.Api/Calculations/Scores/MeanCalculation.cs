using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Scores;

[Description("The mean of values, each with a weight if weights are given.")]
internal sealed record MeanCalculation : CalculationRequest
{
    [Required]
    [Description("The values, at most 1,000,000.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Values { get; init; }

    [Description("One weight per value, none negative, not all zero.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Weights { get; init; }

    [Description("Interval method: Student's t is the only one for numbers without a scale.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.AnyMean))]
    public string? Method { get; init; }
}
