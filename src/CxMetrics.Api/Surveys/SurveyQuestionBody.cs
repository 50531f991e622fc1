using System.ComponentModel;
using System.Text.Json.Serialization;
using CxMetrics.Api.Results;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Surveys;

[Description("A question of a survey. Thresholds are there only where they were declared.")]
internal sealed record SurveyQuestionBody
{
    [Description("The name that answers give it.")]
    public required string Name { get; init; }

    [Description("What its answers measure.")]
    public required RatingMetric Metric { get; init; }

    public required Scale Scale { get; init; }

    [Description("The question as it is asked; null when nobody gave it.")]
    public required string? Text { get; init; }

    [Description("csat: the first score that counts as satisfied.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? SatisfiedFrom { get; init; }

    [Description("ces: the first score that counts as agreeing.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? AgreeFrom { get; init; }

    [Description("ces: the first score that counts as easy.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? EasyFrom { get; init; }

    [Description("ces: the first score that counts as difficult.")]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public int? DifficultFrom { get; init; }

    public static SurveyQuestionBody From(SurveyQuestion question) =>
        new()
        {
            Name = question.Question.Name,
            Metric = question.Question.Metric,
            Scale = Scale.From(question.Question.Scale),
            Text = question.Text,
            SatisfiedFrom = question.Thresholds.SatisfiedFrom,
            AgreeFrom = question.Thresholds.AgreeFrom,
            EasyFrom = question.Thresholds.EasyFrom,
            DifficultFrom = question.Thresholds.DifficultFrom,
        };
}
