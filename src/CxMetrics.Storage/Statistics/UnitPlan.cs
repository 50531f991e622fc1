using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using CxMetrics.Domain.Surveys;

namespace CxMetrics.Storage.Statistics;

/// <summary>Which questions of a query are counted in which unit.</summary>
/// <param name="Parts">The questions by unit; one part unless surveys of different kinds are kept apart.</param>
/// <param name="Mixed">Surveys that must not be pooled; null when there are none.</param>
internal sealed record UnitPlan(
    IReadOnlyList<(UnitOfAnalysis Unit, IReadOnlyList<QuestionRow> Questions)> Parts,
    MixedSurveyKinds? Mixed
)
{
    public static UnitPlan For(RatingStatisticsQuery query, IReadOnlyList<QuestionRow> questions)
    {
        if (query.Unit is { } unit)
        {
            return new UnitPlan([(unit, questions)], Mixed: null);
        }

        if (query.GroupBy.Contains(Dimension.Survey))
        {
            return BySurvey(questions);
        }

        string? relationship = FirstOf(questions, SurveyKind.Relationship);
        string? transactional = FirstOf(questions, SurveyKind.Transactional);
        return relationship is not null && transactional is not null
            ? new UnitPlan([], new MixedSurveyKinds(relationship, transactional))
            : new UnitPlan(
                [(DefaultUnits.OfPooled([.. questions.Select(question => question.SurveyKind)]), questions)],
                Mixed: null
            );
    }

    /// <summary>What to read for a query.</summary>
    public IEnumerable<StatisticsPart> ToParts(
        RatingStatisticsQuery query,
        CountFilter filter,
        ReportingCalendar calendar
    ) => Parts.Select(part => new StatisticsPart(query, part.Unit, part.Questions, filter, calendar));

    /// <summary>What a store hands out for the rows of all parts.</summary>
    public RatingReading ToReading(IReadOnlyList<RatingStatistics> rows) =>
        new(rows, [.. Parts.Select(part => part.Unit)]) { MixedKinds = Mixed };

    private static UnitPlan BySurvey(IReadOnlyList<QuestionRow> questions) =>
        questions.Count == 0
            ? new UnitPlan([(UnitOfAnalysis.Answer, [])], Mixed: null)
            : new UnitPlan(
                [
                    .. questions
                        .GroupBy(question => DefaultUnits.Of(question.SurveyKind))
                        .OrderBy(part => part.Key)
                        .Select(part => (part.Key, (IReadOnlyList<QuestionRow>)[.. part])),
                ],
                Mixed: null
            );

    private static string? FirstOf(IReadOnlyList<QuestionRow> questions, SurveyKind kind) =>
        questions.FirstOrDefault(question => question.SurveyKind == kind)?.Survey;
}
