namespace CxMetrics.Domain.Surveys;

/// <summary>A question of a survey with what was declared about it.</summary>
/// <param name="Question">What its first answer fixed, or its first declaration.</param>
/// <param name="Text">The question as it is asked; null when nobody gave it.</param>
/// <param name="Thresholds">Where its bands begin.</param>
public sealed record SurveyQuestion(Question Question, string? Text, QuestionThresholds Thresholds);
