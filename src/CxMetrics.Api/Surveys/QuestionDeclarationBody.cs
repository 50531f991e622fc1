using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Api.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Surveys;

[Description("A question of a survey.")]
internal sealed record QuestionDeclarationBody
{
    [Description("The name that answers give it.")]
    [MaxLength(SurveyDeclarationBinder.MaximumName)]
    public required string Name { get; init; }

    [Description("What its answers measure. Needed for a question that nobody has answered or declared yet.")]
    public RatingMetric? Metric { get; init; }

    [Description("Its scale, fixed from now on. Default: the one it has, or that of the metric.")]
    public AnswerScaleBody? Scale { get; init; }

    [Description("The question as it is asked.")]
    [MaxLength(SurveyDeclarationBinder.MaximumText)]
    public string? Text { get; init; }

    [Description("csat: the first score that counts as satisfied. Default: the top boxes of the scale.")]
    public int? SatisfiedFrom { get; init; }

    [Description(
        "ces: the first score that counts as agreeing that it was easy. Default: the good side of the middle."
    )]
    public int? AgreeFrom { get; init; }

    [Description("ces: the first score that counts as easy in net ease. Default: the top boxes of the scale.")]
    public int? EasyFrom { get; init; }

    [Description("ces: the first score that counts as difficult in net ease. Default: the bad side of the middle.")]
    public int? DifficultFrom { get; init; }
}
