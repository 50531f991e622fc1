using System.Text;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>Request bodies with exactly the headers that a test asks for.</summary>
internal static class Content
{
    public static ByteArrayContent Of(string body, string? type = Bodies.Json, string? encoding = null) =>
        Of(Encoding.UTF8.GetBytes(body), type, encoding);

    public static ByteArrayContent Of(byte[] body, string? type = Bodies.Json, string? encoding = null)
    {
        var content = new ByteArrayContent(body);
        WithHeaders(content, type, encoding);
        return content;
    }

    /// <summary>The same in chunks, its length not said beforehand.</summary>
    public static StreamContent Chunked(byte[] body, string type, string? encoding = null)
    {
        var content = new StreamContent(new UnknownLength(body));
        WithHeaders(content, type, encoding);
        return content;
    }

    private static void WithHeaders(HttpContent content, string? type, string? encoding)
    {
        if (type is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (encoding is not null)
        {
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
        }
    }

    private sealed class UnknownLength(byte[] body) : MemoryStream(body)
    {
        public override bool CanSeek => false;
    }
}
