namespace CxMetrics.Storage.Statistics;

/// <summary>One answer as the facts have it, narrow enough to read millions of. Key 0: none.</summary>
internal readonly record struct AnswerFact
{
    public required long Question { get; init; }
    public required long Score { get; init; }
    public required long RespondedAt { get; init; }
    public required bool IsErased { get; init; }
    public required bool IsTest { get; init; }
    public required bool IsSuspectedDuplicate { get; init; }
    public required long Touchpoint { get; init; }
    public required long Channel { get; init; }
    public required long Segment { get; init; }
    public required long Customer { get; init; }
    public required long Account { get; init; }
    public required long RecordedAt { get; init; }
    public required long ResponseKey { get; init; }
    public required long Ordinal { get; init; }

    /// <summary>Whether this answer comes after another: by the time it was given, then by its recording, then by its place in the response.</summary>
    public bool IsLaterThan(in AnswerFact other) =>
        (RespondedAt, RecordedAt, ResponseKey, Ordinal).CompareTo(
            (other.RespondedAt, other.RecordedAt, other.ResponseKey, other.Ordinal)
        ) > 0;
}
