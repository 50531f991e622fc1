using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CxMetrics.Api.Calculations.Scores;

/// <summary>Answers on a scale of which some count as satisfied.</summary>
internal abstract record RatingCalculation : CalculationRequest
{
    [Description("Every score, at most 1,000,000.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public int[]? Scores { get; init; }

    [Description("How many answers each score had, for example `{\"4\": 3, \"5\": 8}`.")]
    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    [Description("The scale. Default: 1-5 for csat, 1-7 for ces.")]
    public Responses.AnswerScaleBody? Scale { get; init; }

    [Description(
        "The first score that counts as satisfied (csat) or as agreeing (ces); on a scale where lower is better, the last. Default: by the scale."
    )]
    public int? SatisfiedFrom { get; init; }
}
