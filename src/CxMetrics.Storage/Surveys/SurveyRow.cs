using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Surveys;

/// <summary>A survey as the queries return it.</summary>
internal sealed class SurveyRow
{
    public long SurveyKey { get; set; }
    public string Name { get; set; } = "";
    public long? Kind { get; set; }
    public string? Title { get; set; }

    public Survey ToSurvey(IEnumerable<SurveyQuestionRow> questions) =>
        new(Name, (SurveyKind?)Kind, Title, [.. questions.Select(question => question.ToQuestion(Name))]);
}
