using System.ComponentModel;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Surveys;

[Description("A survey.")]
internal sealed record SurveyBody
{
    [Description("The name that responses give.")]
    public required string Key { get; init; }

    [Description("What it asks about; null when nobody said.")]
    public required SurveyKind? Kind { get; init; }

    [Description("A name for people; null when nobody gave one.")]
    public required string? Title { get; init; }

    [Description("By name.")]
    public required IReadOnlyList<SurveyQuestionBody> Questions { get; init; }

    public static SurveyBody From(Survey survey) =>
        new()
        {
            Key = survey.Key,
            Kind = survey.Kind,
            Title = survey.Title,
            Questions = [.. survey.Questions.Select(SurveyQuestionBody.From)],
        };
}
