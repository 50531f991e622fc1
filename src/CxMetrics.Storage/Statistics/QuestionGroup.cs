using CxMetrics.Calculation;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Statistics;

/// <summary>Questions whose answers add up.</summary>
/// <param name="Row">A number that groups share which differ in their thresholds only: they end in the same row of a report.</param>
/// <param name="Scale">The scale of the questions.</param>
/// <param name="Thresholds">Their thresholds.</param>
/// <param name="Survey">Their survey; null where the query does not keep surveys apart.</param>
/// <param name="Question">Their name; null where the query does not keep questions apart.</param>
internal sealed record QuestionGroup(
    int Row,
    RatingScale Scale,
    QuestionThresholds Thresholds,
    string? Survey,
    string? Question
);
