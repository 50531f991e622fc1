namespace CxMetrics.Domain.Surveys;

/// <summary>Everything that is to hold for a survey from now on. What it leaves out is not declared any more; questions stay.</summary>
public sealed record SurveyDeclaration(
    string Key,
    SurveyKind? Kind,
    string? Title,
    IReadOnlyList<QuestionDeclaration> Questions
);
