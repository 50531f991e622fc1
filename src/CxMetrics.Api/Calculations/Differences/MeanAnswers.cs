using System.ComponentModel;
using System.ComponentModel.DataAnnotations;

namespace CxMetrics.Api.Calculations.Differences;

[Description("Any numbers as `values`, or answers on a scale as `scores` or `counts`.")]
internal sealed record MeanAnswers
{
    [Description("Numbers without a scale, such as amounts and durations.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public double[]? Values { get; init; }

    [Description("Every score.")]
    [MaxLength(CalculationInput.MaximumValues)]
    public int[]? Scores { get; init; }

    [Description("How many answers each score had, for example `{\"4\": 3, \"5\": 8}`.")]
    public IReadOnlyDictionary<string, long>? Counts { get; init; }

    [Description("The scale of scores or counts, the same on both sides. Default: 1-5.")]
    public Responses.AnswerScaleBody? Scale { get; init; }
}
