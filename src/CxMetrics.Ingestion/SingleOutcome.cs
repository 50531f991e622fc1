using CxMetrics.Domain.Facts;

namespace CxMetrics.Ingestion;

/// <summary>What became of a fact that came alone.</summary>
/// <param name="Kind">What became of it.</param>
/// <param name="Source">Its source; null when it could not be read.</param>
/// <param name="Id">Its id; null when it could not be read.</param>
/// <param name="Errors">Everything wrong with it; empty unless rejected.</param>
public sealed record SingleOutcome(SingleOutcomeKind Kind, string? Source, string? Id, IReadOnlyList<FactError> Errors);
