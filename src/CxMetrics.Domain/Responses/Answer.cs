using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Domain.Responses;

/// <summary>One scored answer of a response.</summary>
/// <param name="Question">The question, unique within the survey; the metric's name unless the sender said otherwise.</param>
/// <param name="Metric">What the answer measures.</param>
/// <param name="Score">A point of <paramref name="Scale"/>.</param>
/// <param name="Scale">The scale the score was given on.</param>
public sealed record Answer(string Question, RatingMetric Metric, int Score, RatingScale Scale);
