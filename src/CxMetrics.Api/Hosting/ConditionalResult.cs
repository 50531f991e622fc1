using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace CxMetrics.Api.Hosting;

/// <summary>A body with a weak entity tag made from its content; 304 when the client holds the same.</summary>
/// <remarks>
/// The tag changes exactly when the answer does, whichever process answers. It is weak because the same answer may be
/// compressed on its way.
/// </remarks>
internal sealed class ConditionalResult(ReadOnlyMemory<byte> body, string contentType) : IResult
{
    public static ConditionalResult Json<TBody>(HttpContext context, TBody body)
    {
        JsonSerializerOptions options = context
            .RequestServices.GetRequiredService<IOptions<JsonOptions>>()
            .Value.SerializerOptions;
        return new ConditionalResult(
            JsonSerializer.SerializeToUtf8Bytes(body, options),
            "application/json; charset=utf-8"
        );
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        byte[] hash = SHA256.HashData(body.Span);
        var tag = new EntityTagHeaderValue($"\"{Base64Url.EncodeToString(hash.AsSpan(0, 16))}\"", isWeak: true);
        HttpResponse response = httpContext.Response;
        response.Headers.ETag = tag.ToString();
        response.Headers.Vary = new StringValues(["Accept"]);
        // Always ask again, and be told quickly when nothing changed.
        response.Headers.CacheControl = "private, no-cache";
        if (IsHeld(httpContext.Request, tag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        response.ContentType = contentType;
        response.ContentLength = body.Length;
        await response.Body.WriteAsync(body, httpContext.RequestAborted);
    }

    private static bool IsHeld(HttpRequest request, EntityTagHeaderValue tag) =>
        request
            .GetTypedHeaders()
            .IfNoneMatch.Any(held =>
                held.Equals(EntityTagHeaderValue.Any) || held.Compare(tag, useStrongComparison: false)
            );
}
