using System.ComponentModel;
using CxMetrics.Api.OpenApi;
using CxMetrics.Api.Results;

namespace CxMetrics.Api.Calculations.Scores;

[Description("Answers on a scale, as scores or as a count per score.")]
internal sealed record SatisfactionCalculation : RatingCalculation
{
    [Description("Interval method of the share.")]
    [KnownNames(typeof(IntervalMethods), nameof(IntervalMethods.Share))]
    public string? Method { get; init; }
}
