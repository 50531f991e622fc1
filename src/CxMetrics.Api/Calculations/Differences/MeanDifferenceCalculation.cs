using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Differences;

[Description(
    "The difference of two means of different respondents, b less a: of any numbers, or of answers on one scale; "
        + "at most 1,000,000 on both sides together."
)]
internal sealed record MeanDifferenceCalculation : DifferenceCalculation
{
    [Required]
    [Description("The first side, the baseline.")]
    public MeanAnswers? A { get; init; }

    [Required]
    [Description("The second side, in the same form as the first.")]
    public MeanAnswers? B { get; init; }

    [Description(
        "Interval method of the difference: for `values` always `welch`; for answers on a scale the default is `pseudoAnswersSquareAndAdd`."
    )]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.RatingDifference))]
    public string? Method { get; init; }
}
