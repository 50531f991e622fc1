using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Hands facts of one kind to their store.</summary>
internal delegate ValueTask<AppendResult> FactAppend<in TFact>(
    IReadOnlyList<TFact> facts,
    WhenFull whenFull,
    CancellationToken cancellationToken
);
