using Microsoft.Net.Http.Headers;

namespace CxMetrics.Api.Hosting;

/// <summary>Reads the format of a body from its content type.</summary>
internal static class BodyFormats
{
    /// <summary>The format; null when it is none of ours, or not in UTF-8.</summary>
    public static BodyFormat? Of(HttpRequest request)
    {
        if (request.ContentType == MediaTypes.Json)
        {
            return BodyFormat.Json;
        }

        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out MediaTypeHeaderValue? type) || !IsUtf8(type))
        {
            return null;
        }

        if (Is(type, MediaTypes.Json))
        {
            return BodyFormat.Json;
        }

        if (Is(type, MediaTypes.NewlineDelimitedJson))
        {
            return BodyFormat.NewlineDelimitedJson;
        }

        return Is(type, Csv.MediaType) ? BodyFormat.Csv : null;
    }

    private static bool Is(MediaTypeHeaderValue type, string mediaType) =>
        type.MediaType.Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    private static bool IsUtf8(MediaTypeHeaderValue type) =>
        !type.Charset.HasValue
        || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase)
        || type.Charset.Equals("\"utf-8\"", StringComparison.OrdinalIgnoreCase)
        || type.Charset.Equals("us-ascii", StringComparison.OrdinalIgnoreCase);
}
