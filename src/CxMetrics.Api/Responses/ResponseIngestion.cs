using System.Buffers;
using System.IO.Pipelines;
using CxMetrics.Api.Hosting;
using CxMetrics.Ingestion;
using CxMetrics.Ingestion.Csv;
using CxMetrics.Ingestion.Json;
using Microsoft.Extensions.Options;

namespace CxMetrics.Api.Responses;

/// <summary>Takes responses in, by the content type of the body.</summary>
internal static class ResponseIngestion
{
    public const string Collection = "/v1/responses";

    public static Task<IResult> IngestResponses(
        HttpContext context,
        ResponseIngestor ingestor,
        IOptions<IngestionOptions> options,
        CancellationToken cancellationToken
    )
    {
        HttpRequest request = context.Request;
        if (!RequestBody.IsEncodingKnown(request))
        {
            context.Response.Headers.AcceptEncoding = "gzip";
            return Task.FromResult<IResult>(
                Problems.UnsupportedMediaType(
                    "Content-Encoding",
                    $"Content-Encoding '{request.Headers.ContentEncoding}' is not understood; send gzip or none."
                )
            );
        }

        IngestionOptions limits = options.Value;
        return BodyFormats.Of(request) switch
        {
            BodyFormat.Json => IngestJsonAsync(context, ingestor, limits, cancellationToken),
            BodyFormat.NewlineDelimitedJson => IngestNdjsonAsync(context, ingestor, limits, cancellationToken),
            BodyFormat.Csv => IngestCsvAsync(context, ingestor, limits, cancellationToken),
            null => Task.FromResult<IResult>(
                Problems.UnsupportedMediaType(
                    "Content-Type",
                    $"Content-Type '{request.ContentType}' is not understood; send application/json, application/x-ndjson or text/csv, in UTF-8."
                )
            ),
        };
    }

    private static Task<IResult> IngestJsonAsync(
        HttpContext context,
        ResponseIngestor ingestor,
        IngestionOptions limits,
        CancellationToken cancellationToken
    ) =>
        RequestBody.UseWholeAsync(
            context.Request,
            limits.MaxBodyBytes,
            async json =>
                JsonBody.IsArray(json)
                    ? IngestResults.From(context, await ingestor.IngestArrayAsync(json, cancellationToken))
                    : IngestResults.From(context, await ingestor.IngestOneAsync(json, cancellationToken)),
            cancellationToken
        );

    private static async Task<IResult> IngestNdjsonAsync(
        HttpContext context,
        ResponseIngestor ingestor,
        IngestionOptions limits,
        CancellationToken cancellationToken
    )
    {
        PipeReader body = RequestBody.OpenPipe(context.Request, limits.MaxBulkBytes);
        return IngestResults.From(context, await ingestor.IngestNdjsonAsync(body, progress: null, cancellationToken));
    }

    private static async Task<IResult> IngestCsvAsync(
        HttpContext context,
        ResponseIngestor ingestor,
        IngestionOptions limits,
        CancellationToken cancellationToken
    )
    {
        Stream body = RequestBody.OpenStream(context.Request, limits.MaxBulkBytes);
        return IngestResults.From(
            context,
            await ingestor.IngestCsvAsync(body, CsvMapping.Identity, progress: null, cancellationToken)
        );
    }
}
