namespace CxMetrics.Domain.Responses;

/// <summary>A response as the store holds it.</summary>
/// <param name="Response">The revision asked for.</param>
/// <param name="RecordedAt">When this revision was recorded: UTC, whole microseconds.</param>
public sealed record StoredResponse(SurveyResponse Response, DateTimeOffset RecordedAt)
{
    /// <summary>Whether it looks like a response stored before under another id, and is therefore not counted.</summary>
    public bool SuspectedDuplicate { get; init; }

    /// <summary>What erasure has left of it.</summary>
    public Erasure Erasure { get; init; }
}
