using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Differences;

[Description(
    "Whether groups keep their subjects equally long: the log-rank test and Peto and Peto's, and of two groups the difference of their restricted means. "
        + "2 to 20 groups with at most 1,000,000 subjects together."
)]
internal sealed record SurvivalDifferenceCalculation : DifferenceCalculation
{
    [Required]
    [MinLength(2)]
    [MaxLength(SurvivalDifferenceCalculator.MostGroups)]
    [Description("The groups. Of two, the first is the baseline.")]
    public IReadOnlyList<SurvivalGroup>? Groups { get; init; }

    [Description("The end of the restricted means, above 0.")]
    public double? Horizon { get; init; }

    [Description("Interval method of the medians.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.Survival))]
    public string? Method { get; init; }
}
