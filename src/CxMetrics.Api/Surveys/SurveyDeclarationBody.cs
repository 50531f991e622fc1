using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Api.Surveys;

[Description("Everything that is to hold for a survey.")]
internal sealed record SurveyDeclarationBody
{
    [Description(
        "`relationship`: asked from time to time, a respondent's latest answer counts. `transactional`: about one interaction, every answer counts."
    )]
    public SurveyKind? Kind { get; init; }

    [Description("A name for people.")]
    [MaxLength(SurveyDeclarationBinder.MaximumName)]
    public string? Title { get; init; }

    [Description(
        "What is known about its questions. Those not named here stay, without text and thresholds of their own."
    )]
    [MaxLength(SurveyDeclarationBinder.MaximumQuestions)]
    public IReadOnlyList<QuestionDeclarationBody>? Questions { get; init; }
}
