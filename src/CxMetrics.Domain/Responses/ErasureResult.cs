using CxMetrics.Domain.Facts;

namespace CxMetrics.Domain.Responses;

/// <summary>The answer of the store to a request to erase a response.</summary>
/// <param name="Status">Whether it was decided; nothing was changed otherwise.</param>
/// <param name="Outcome">What became of it; meaningless unless decided.</param>
public readonly record struct ErasureResult(AppendStatus Status, ErasureOutcome Outcome);
