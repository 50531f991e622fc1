using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Dimensions;

/// <summary>A question as its first answer fixed it.</summary>
internal sealed record KnownQuestion(long Key, RatingMetric Metric, RatingScale Scale);
