using System.ComponentModel;
using CxMetrics.Calculation;

namespace CxMetrics.Api.Responses;

[Description(
    "The scale of the answer, 2 to 11 points. Fixed for a question by its first answer. "
        + "Default: 0-10 for nps (always), 1-5 for csat, 1-7 for ces; a rating must state one."
)]
internal sealed record AnswerScaleBody
{
    [Description("Lowest point.")]
    public required int Min { get; init; }

    [Description("Highest point.")]
    public required int Max { get; init; }

    [Description("Which end is the good one.")]
    [DefaultValue(ScaleDirection.HigherIsBetter)]
    public ScaleDirection Direction { get; init; } = ScaleDirection.HigherIsBetter;
}
