namespace CxMetrics.Domain.Surveys;

/// <summary>A survey: what was declared about it, and its questions.</summary>
/// <param name="Key">The name that responses give.</param>
/// <param name="Kind">What it asks about; null when nobody said.</param>
/// <param name="Title">A name for people; null when nobody gave one.</param>
/// <param name="Questions">Its questions by name.</param>
public sealed record Survey(string Key, SurveyKind? Kind, string? Title, IReadOnlyList<SurveyQuestion> Questions);
