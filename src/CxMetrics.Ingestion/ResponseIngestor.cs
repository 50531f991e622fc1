using System.Buffers;
using System.IO.Pipelines;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Csv;
using CxMetrics.Ingestion.Json;
using CxMetrics.Ingestion.Streams;
using Microsoft.Extensions.ObjectPool;
using Microsoft.Extensions.Options;

namespace CxMetrics.Ingestion;

/// <summary>Takes survey responses from bytes to the store. Safe for use by many requests at once.</summary>
public sealed class ResponseIngestor(IResponseStore store, TimeProvider clock, IOptions<IngestionOptions> options)
{
    private readonly DefaultObjectPool<JsonFactParser<SurveyResponse>> _parsers = new(new JsonParserPolicy(clock));
    private readonly IngestionOptions _options = options.Value;

    /// <summary>Takes one JSON object.</summary>
    /// <param name="json">The body; not used any more once this has returned for the first time.</param>
    /// <param name="cancellationToken">Gives up waiting; what was handed to the store stays stored.</param>
    public async ValueTask<SingleOutcome> IngestOneAsync(
        ReadOnlySequence<byte> json,
        CancellationToken cancellationToken
    )
    {
        (SurveyResponse? response, SingleOutcome? rejected) = Parse(json);
        if (response is null)
        {
            return rejected!;
        }

        AppendResult result = await store.AppendAsync([response], WhenFull.GiveUp, cancellationToken);
        SingleOutcomeKind kind = result.Status switch
        {
            AppendStatus.Committed => KindOf(result.Outcomes[0].Kind),
            AppendStatus.QueueFull => SingleOutcomeKind.Busy,
            AppendStatus.Stopping => SingleOutcomeKind.Stopping,
        };
        IReadOnlyList<FactError> errors = kind is SingleOutcomeKind.Rejected or SingleOutcomeKind.Conflict
            ? [result.Outcomes[0].Error!]
            : [];
        return new SingleOutcome(kind, response.Source, response.Id, errors);
    }

    /// <summary>Takes a JSON array in one transaction; nothing is stored unless all of it is valid JSON.</summary>
    /// <param name="json">The body. Errors name elements by their number, from 1.</param>
    /// <param name="cancellationToken">Gives up waiting; what was handed to the store stays stored.</param>
    public async Task<BulkOutcome> IngestArrayAsync(ReadOnlySequence<byte> json, CancellationToken cancellationToken)
    {
        if (json.Length > _options.MaxBodyBytes)
        {
            (BulkOutcomeKind kind, FactError error) = BodyFailure.TooLarge(_options.MaxBodyBytes);
            return new BulkOutcome(kind, IngestReport.Nothing, [error]);
        }

        JsonFactParser<SurveyResponse> parser = _parsers.Get();
        try
        {
            using var bytes = new PooledBytes(json);
            var appender = new BulkAppender<SurveyResponse>(store.AppendAsync, _options);
            var ingest = new ArrayIngest<SurveyResponse>(parser, appender, _options);
            return await ingest.RunAsync(bytes.Memory.Span, cancellationToken);
        }
        finally
        {
            _parsers.Return(parser);
        }
    }

    /// <summary>Takes one JSON object per line, in constant memory.</summary>
    /// <param name="body">The stream; read to its end unless the outcome says otherwise, never completed here.</param>
    /// <param name="progress">Told after each transaction how many facts are settled, stored or rejected.</param>
    /// <param name="cancellationToken">Stops between transactions; what was handed to the store stays stored.</param>
    public async Task<BulkOutcome> IngestNdjsonAsync(
        PipeReader body,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        JsonFactParser<SurveyResponse> parser = _parsers.Get();
        try
        {
            var appender = new BulkAppender<SurveyResponse>(store.AppendAsync, _options, progress);
            return await new NdjsonIngest<SurveyResponse>(parser, appender, _options).RunAsync(body, cancellationToken);
        }
        finally
        {
            _parsers.Return(parser);
        }
    }

    /// <summary>Takes CSV (RFC 4180, UTF-8, comma), one response per row, in constant memory.</summary>
    /// <param name="body">The stream; left open.</param>
    /// <param name="mapping">What the columns are.</param>
    /// <param name="progress">Told after each transaction how many facts are settled, stored or rejected.</param>
    /// <param name="cancellationToken">Stops between transactions; what was handed to the store stays stored.</param>
    public Task<BulkOutcome> IngestCsvAsync(
        Stream body,
        CsvMapping mapping,
        IProgress<long>? progress,
        CancellationToken cancellationToken
    )
    {
        var appender = new BulkAppender<SurveyResponse>(store.AppendAsync, _options, progress);
        var rows = new ResponseCsvReader(mapping, clock);
        return new CsvIngest<SurveyResponse>(rows, appender, _options).RunAsync(body, cancellationToken);
    }

    private (SurveyResponse? Response, SingleOutcome? Rejected) Parse(in ReadOnlySequence<byte> json)
    {
        if (json.Length > _options.MaxBodyBytes)
        {
            (_, FactError error) = BodyFailure.TooLarge(_options.MaxBodyBytes);
            return (null, new SingleOutcome(SingleOutcomeKind.Rejected, Source: null, Id: null, [error]));
        }

        JsonFactParser<SurveyResponse> parser = _parsers.Get();
        try
        {
            using var bytes = new PooledBytes(json);
            SurveyResponse? response = parser.ParseOne(bytes.Memory.Span);
            return response is not null
                ? (response, null)
                : (
                    null,
                    new SingleOutcome(
                        SingleOutcomeKind.Rejected,
                        parser.Key.Source,
                        parser.Key.Id,
                        parser.Errors.ToList()
                    )
                );
        }
        finally
        {
            _parsers.Return(parser);
        }
    }

    private static SingleOutcomeKind KindOf(AppendOutcomeKind kind) =>
        kind switch
        {
            AppendOutcomeKind.Stored => SingleOutcomeKind.Stored,
            AppendOutcomeKind.Updated => SingleOutcomeKind.Updated,
            AppendOutcomeKind.Duplicate => SingleOutcomeKind.Duplicate,
            AppendOutcomeKind.Refused => SingleOutcomeKind.Rejected,
            AppendOutcomeKind.Conflict => SingleOutcomeKind.Conflict,
        };
}
