using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Http.Features;

namespace CxMetrics.Api.Hosting;

/// <summary>Opens the body of a request: its size limit and its compression.</summary>
internal static class RequestBody
{
    /// <summary>The body as a stream of plain bytes.</summary>
    /// <param name="request">The request; its encoding must be one that <see cref="IsEncodingKnown"/> accepts.</param>
    /// <param name="limit">The most bytes to take from the connection.</param>
    public static Stream OpenStream(HttpRequest request, long limit)
    {
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = limit;
        }

        return IsGzip(request) ? new GZipStream(request.Body, CompressionMode.Decompress) : request.Body;
    }

    /// <summary>The body as a pipe of plain bytes.</summary>
    public static PipeReader OpenPipe(HttpRequest request, long limit)
    {
        Stream stream = OpenStream(request, limit);
        return IsGzip(request) ? PipeReader.Create(stream) : request.BodyReader;
    }

    public static bool IsEncodingKnown(HttpRequest request) =>
        request.Headers.ContentEncoding is { Count: 0 } || IsGzip(request);

    /// <summary>Reads to the end and keeps everything in memory.</summary>
    /// <exception cref="BadHttpRequestException">The body is longer than <paramref name="limit"/> (413), or the sender stopped half-way (400).</exception>
    public static async ValueTask<ReadOnlySequence<byte>> ReadToEndAsync(
        PipeReader body,
        long limit,
        CancellationToken cancellationToken
    )
    {
        while (true)
        {
            ReadResult read = await body.ReadAsync(cancellationToken);
            if (read.Buffer.Length > limit)
            {
                throw new BadHttpRequestException(
                    $"The body is longer than {limit} bytes.",
                    StatusCodes.Status413PayloadTooLarge
                );
            }

            if (read.IsCompleted)
            {
                return read.Buffer;
            }

            body.AdvanceTo(read.Buffer.Start, read.Buffer.End);
        }
    }

    private static bool IsGzip(HttpRequest request) =>
        request.Headers.ContentEncoding is [{ } encoding]
        && encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase);
}
