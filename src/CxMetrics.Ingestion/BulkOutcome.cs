using CxMetrics.Domain.Facts;

namespace CxMetrics.Ingestion;

/// <summary>What became of a body with many facts.</summary>
/// <param name="Kind">How the reading ended.</param>
/// <param name="Report">What was committed until then.</param>
/// <param name="Errors">What is wrong with the body as a whole; empty when it was completed, and when the store took no more.</param>
public sealed record BulkOutcome(BulkOutcomeKind Kind, IngestReport Report, IReadOnlyList<FactError> Errors)
{
    /// <summary>Columns of a mapped CSV file that no field was taken from, in their order.</summary>
    public IReadOnlyList<string> IgnoredColumns { get; init; } = [];
}
