using CxMetrics.Calculation;
using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Dimensions;

/// <summary>A question as its first answer fixed it.</summary>
internal sealed record KnownQuestion(long Key, RatingMetric Metric, RatingScale Scale)
{
    /// <summary>The question that an answer would fix; it has no key yet.</summary>
    public static KnownQuestion FixedBy(Answer answer) => new(0, answer.Metric, answer.Scale);

    public bool IsFixedBy(Answer answer) => Metric == answer.Metric && Scale == answer.Scale;
}
