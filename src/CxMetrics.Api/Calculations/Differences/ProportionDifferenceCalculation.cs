using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Differences;

[Description(
    "The difference of two shares of different respondents, b less a, in percentage points; at most 1,000,000 outcomes on both sides together."
)]
internal sealed record ProportionDifferenceCalculation : DifferenceCalculation
{
    [Required]
    [Description("The first side, the baseline.")]
    public ProportionAnswers? A { get; init; }

    [Required]
    [Description("The second side.")]
    public ProportionAnswers? B { get; init; }

    [Description("Interval method of the difference.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.ShareDifference))]
    public string? Method { get; init; }
}
