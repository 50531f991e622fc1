using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Surveys;

/// <summary>A declared question with the metric and scale that it has, or gets.</summary>
internal sealed record ResolvedQuestion(QuestionDeclaration Declaration, RatingMetric Metric, RatingScale Scale);
