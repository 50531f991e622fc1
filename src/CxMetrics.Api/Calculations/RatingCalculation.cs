using System.ComponentModel;

namespace CxMetrics.Api.Calculations;

[Description("Answers on a scale, as scores or as a count per score.")]
internal sealed record RatingCalculation : CalculationRequest
{
    [Description("Every score.")]
    public IReadOnlyList<int>? Scores { get; init; }

    [Description("How many answers each score had, for example `{\"4\": 3, \"5\": 8}`.")]
    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    [Description("The scale. Default: 1-5 for csat, 1-7 for ces.")]
    public Responses.AnswerScaleBody? Scale { get; init; }

    [Description(
        "The first score that counts as satisfied (csat) or as agreeing (ces); on a scale where lower is better, the last. Default: by the scale."
    )]
    public int? SatisfiedFrom { get; init; }
}
