using CxMetrics.Calculation;

namespace CxMetrics.Domain.Surveys;

/// <summary>A question of a survey. Its metric and scale were fixed by its first answer.</summary>
public sealed record Question(string Survey, string Name, RatingMetric Metric, RatingScale Scale);
