namespace CxMetrics.Storage.Responses;

/// <summary>A current response that is suspected, found by what it repeats.</summary>
internal readonly record struct SuspectedDuplicate(long ResponseKey, long RespondedAt, long RecordedAt);
