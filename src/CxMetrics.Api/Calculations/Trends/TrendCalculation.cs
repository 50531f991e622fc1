using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Trends;

[Description(
    "Whether a series rises or falls: the Mann-Kendall test, Sen's slope and a straight line by least squares; at most 100,000 values. "
        + "All suppose independent values: overlapping windows and seasons make the p-values too small."
)]
internal sealed record TrendCalculation : CalculationRequest
{
    [Required]
    [MaxLength(TrendCalculator.MostValues)]
    [Description("The values.")]
    public double[]? Values { get; init; }

    [Description("When each was taken, in any unit and order. Default: 1, 2, 3, …, for periods without gaps.")]
    [MaxLength(TrendCalculator.MostValues)]
    public double[]? Times { get; init; }

    [Description(
        "How precise each value is, up to a factor, such as its number of answers; used by the line. 0 leaves a point out there."
    )]
    [MaxLength(TrendCalculator.MostValues)]
    public double[]? Weights { get; init; }

    [Description("The standard error of each value, above 0, instead of weights; used by the line.")]
    [MaxLength(TrendCalculator.MostValues)]
    public double[]? StandardErrors { get; init; }

    [Description(
        "How the p-value of the Mann-Kendall test is found; `exact` for at most 20 values at different times."
    )]
    [KnownNames(typeof(TrendCalculator), nameof(TrendCalculator.Tests))]
    public string? Test { get; init; }

    [Description("Which of the sorted slopes are the limits of Sen's interval.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.SenSlope))]
    public string? Method { get; init; }
}
