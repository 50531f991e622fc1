using System.Buffers;
using System.IO.Compression;
using System.IO.Pipelines;
using CxMetrics.Domain.Facts;
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

        if (!IsGzip(request))
        {
            return request.Body;
        }

        var plain = new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true);
        request.HttpContext.Response.RegisterForDispose(plain);
        return plain;
    }

    /// <summary>The body as a pipe of plain bytes.</summary>
    public static PipeReader OpenPipe(HttpRequest request, long limit)
    {
        Stream stream = OpenStream(request, limit);
        return IsGzip(request) ? PipeReader.Create(stream) : request.BodyReader;
    }

    public static bool IsEncodingKnown(HttpRequest request) =>
        request.Headers.ContentEncoding is { Count: 0 } || IsGzip(request);

    /// <summary>Reads the whole body into memory and hands it over; a body that is too long or breaks off is refused here.</summary>
    public static async Task<IResult> UseWholeAsync(
        HttpRequest request,
        long limit,
        Func<ReadOnlySequence<byte>, ValueTask<IResult>> use,
        CancellationToken cancellationToken
    )
    {
        PipeReader body = OpenPipe(request, limit);
        try
        {
            ReadOnlySequence<byte> whole = await ReadToEndAsync(body, limit, cancellationToken);
            try
            {
                return await use(whole);
            }
            finally
            {
                // Also when it failed: the server reads on to the next request.
                body.AdvanceTo(whole.End);
            }
        }
        catch (BadHttpRequestException exception) when (exception.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return Problems.TooLarge($"A JSON body holds at most {limit} bytes.");
        }
        catch (Exception exception) when (exception is BadHttpRequestException or InvalidDataException)
        {
            return Problems.Validation("body", FactErrorCodes.Truncated, "The body broke off; nothing was stored.");
        }
    }

    private static async ValueTask<ReadOnlySequence<byte>> ReadToEndAsync(
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
                throw new BadHttpRequestException("The body is too long.", StatusCodes.Status413PayloadTooLarge);
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
