using CxMetrics.Domain.Surveys;

namespace CxMetrics.Domain.Statistics;

/// <summary>The unit of a query that names none, from the kinds of the surveys it covers.</summary>
public static class DefaultUnits
{
    /// <summary>The unit of rows over one survey, or over surveys of one kind.</summary>
    public static UnitOfAnalysis Of(SurveyKind? kind) =>
        kind == SurveyKind.Relationship ? UnitOfAnalysis.Respondent : UnitOfAnalysis.Answer;

    /// <summary>The unit of rows that pool surveys: respondents only where every survey is a relationship survey.</summary>
    public static UnitOfAnalysis OfPooled(IReadOnlyCollection<SurveyKind?> kinds) =>
        kinds.Count > 0 && kinds.All(kind => kind == SurveyKind.Relationship)
            ? UnitOfAnalysis.Respondent
            : UnitOfAnalysis.Answer;
}
