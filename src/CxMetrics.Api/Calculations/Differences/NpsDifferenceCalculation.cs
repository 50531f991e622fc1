using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.Calculations.Scores;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Differences;

[Description(
    "The difference of two Net Promoter Scores of different respondents, b less a, in points; at most 1,000,000 scores on both sides together."
)]
internal sealed record NpsDifferenceCalculation : DifferenceCalculation
{
    [Required]
    [Description("The first side, the baseline.")]
    public NpsAnswers? A { get; init; }

    [Required]
    [Description("The second side.")]
    public NpsAnswers? B { get; init; }

    [Description("Interval method of the difference.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.NetScoreDifference))]
    public string? Method { get; init; }
}
