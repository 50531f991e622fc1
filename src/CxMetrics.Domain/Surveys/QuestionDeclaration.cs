using CxMetrics.Calculation;

namespace CxMetrics.Domain.Surveys;

/// <summary>What is declared about a question.</summary>
/// <param name="Name">Its name within the survey.</param>
/// <param name="Metric">What its answers measure; may be null for a question that exists.</param>
/// <param name="Scale">Its scale; null for the one it has, or for the metric's own.</param>
/// <param name="Text">The question as it is asked.</param>
/// <param name="Thresholds">Where its bands begin.</param>
public sealed record QuestionDeclaration(
    string Name,
    RatingMetric? Metric,
    RatingScale? Scale,
    string? Text,
    QuestionThresholds Thresholds
);
