namespace CxMetrics.Domain.Responses;

/// <summary>A response as the store holds it.</summary>
/// <param name="Response">The current revision.</param>
/// <param name="RecordedAt">When this revision was recorded: UTC, whole microseconds.</param>
public sealed record StoredResponse(SurveyResponse Response, DateTimeOffset RecordedAt);
