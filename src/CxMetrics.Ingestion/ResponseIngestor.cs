using System.Buffers;
using System.IO.Pipelines;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Csv;
using Microsoft.Extensions.Options;

namespace CxMetrics.Ingestion;

/// <summary>Takes survey responses from bytes to the store. Safe for use by many requests at once.</summary>
public sealed class ResponseIngestor(IResponseStore store, TimeProvider clock, IOptions<IngestionOptions> options)
{
    /// <summary>Takes one JSON object.</summary>
    public ValueTask<SingleOutcome> IngestOneAsync(ReadOnlySequence<byte> json, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{store} {clock} {options} {json}{cancellationToken.IsCancellationRequested}");

    /// <summary>Takes a JSON array, one transaction; nothing is stored unless all of it is valid JSON.</summary>
    public Task<BulkOutcome> IngestArrayAsync(ReadOnlySequence<byte> json, CancellationToken cancellationToken) =>
        throw new NotSupportedException($"{json}{cancellationToken.IsCancellationRequested}");

    /// <summary>Takes one JSON object per line, in constant memory.</summary>
    /// <param name="body">The stream; read to its end unless the outcome says otherwise, never completed here.</param>
    /// <param name="progress">Told after each transaction how many facts are settled, stored or rejected.</param>
    /// <param name="cancellationToken">Stops between transactions; what was handed to the store stays stored.</param>
    public Task<BulkOutcome> IngestNdjsonAsync(
        PipeReader body,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException($"{body} {progress}{cancellationToken.IsCancellationRequested}");

    /// <summary>Takes CSV (RFC 4180, UTF-8), one response per row, in constant memory.</summary>
    /// <param name="body">The stream; left open.</param>
    /// <param name="mapping">What the columns are.</param>
    /// <param name="progress">Told after each transaction how many facts are settled, stored or rejected.</param>
    /// <param name="cancellationToken">Stops between transactions; what was handed to the store stays stored.</param>
    public Task<BulkOutcome> IngestCsvAsync(
        Stream body,
        CsvMapping mapping,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    ) => throw new NotSupportedException($"{body} {mapping} {progress}{cancellationToken.IsCancellationRequested}");
}
