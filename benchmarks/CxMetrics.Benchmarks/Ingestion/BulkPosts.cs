using System.Net.Http.Headers;
using System.Text.Json;
using CxMetrics.Benchmarks.Load;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Generated responses as bodies of JSON lines.</summary>
internal static class BulkPosts
{
    private const int BufferBytes = 64 * 1024;

    /// <summary>A client that waits as long as a body takes.</summary>
    public static HttpClient CreateClient(ServerProcess service) =>
        new() { BaseAddress = service.Address, Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>Sends one body; how many of its lines the service has stored, and how many it had before.</summary>
    public static async Task<(int Stored, int Duplicates)> SendAsync(
        HttpClient client,
        GeneratedResponses responses,
        Range range,
        CancellationToken cancellationToken
    )
    {
        await using var body = new GeneratedNdjson(responses, range);
        using var content = new StreamContent(body, BufferBytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/x-ndjson");
        using HttpResponseMessage answer = await client.PostAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content,
            cancellationToken
        );
        answer.EnsureSuccessStatusCode();
        await using Stream json = await answer.Content.ReadAsStreamAsync(cancellationToken);
        using JsonDocument report = await JsonDocument.ParseAsync(json, default, cancellationToken);
        return (
            report.RootElement.GetProperty("stored").GetInt32(),
            report.RootElement.GetProperty("duplicates").GetInt32()
        );
    }
}
