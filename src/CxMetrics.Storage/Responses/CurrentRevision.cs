using CxMetrics.Domain.Responses;
using CxMetrics.Domain.Statistics;
using CxMetrics.Storage.Rollups;

namespace CxMetrics.Storage.Responses;

/// <summary>The revision that is in force, as the writer needs it.</summary>
internal sealed record CurrentRevision(
    long ResponseKey,
    SurveyResponse Response,
    long RecordedAt,
    bool IsSuspectedDuplicate,
    bool IsErased
)
{
    /// <summary>Why its answers are left out of the scores; null when they count.</summary>
    public AnswerExclusion? Exclusion => Counters.Find(IsErased, Response.Test, IsSuspectedDuplicate);
}
