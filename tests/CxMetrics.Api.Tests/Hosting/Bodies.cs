using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Hosting;

/// <summary>Bodies as senders make them.</summary>
internal static class Bodies
{
    public const string Json = "application/json";
    public const string Ndjson = "application/x-ndjson";
    public const string Csv = "text/csv";

    /// <summary>One JSON object per line, each line ended.</summary>
    public static string Lines(IEnumerable<JsonObject> responses) =>
        string.Concat(responses.Select(response => response.ToJsonString() + "\n"));

    /// <summary>A JSON array.</summary>
    public static string Array(IEnumerable<JsonObject> responses) =>
        $"[{string.Join(',', responses.Select(response => response.ToJsonString()))}]";

    /// <summary>CSV with a header and one column for nps.</summary>
    public static string NpsCsv(IEnumerable<JsonObject> responses) =>
        "id,survey,respondedAt,nps\r\n"
        + string.Concat(
            responses.Select(response =>
                $"{response["id"]},{response["survey"]},{response["respondedAt"]},{response["answers"]![0]!["score"]}\r\n"
            )
        );

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }
}
