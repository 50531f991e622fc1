using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Bodies over their limits.</summary>
public sealed class BodyLimitTests
{
    private const int Limit = 8_192;

    /// <summary>More than the sizes of the chunks take, which the server counts too.</summary>
    private const int Framing = 64;

    private static readonly (string, string) WholeLimit = ("Ingestion:MaxBodyBytes", "8192");
    private static readonly (string, string) BulkLimit = ("Ingestion:MaxBulkBytes", "8192");
    private static readonly (string, string) SmallChunks = ("Ingestion:BulkChunkFacts", "5");

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task Single_OverItsLimit_IsTooLarge(bool chunked, bool packed)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(WholeLimit);
        string body = Sample.Response("bad", 9).With("comment", new string('x', Limit)).ToJsonString();
        using HttpContent content = Make(body, Bodies.Json, chunked, packed);

        await app.AssertRefusedAsync(content, HttpStatusCode.RequestEntityTooLarge, "body tooLarge");
    }

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task Array_OverItsLimit_IsTooLarge_AndStoresNothing(bool chunked, bool packed)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(WholeLimit);
        using HttpContent content = Make(Bodies.Array(Sample.Responses("bad", 500, 9)), Bodies.Json, chunked, packed);

        await app.AssertRefusedAsync(content, HttpStatusCode.RequestEntityTooLarge, "body tooLarge");
    }

    [TestCase(false, false)]
    [TestCase(true, false)]
    [TestCase(false, true)]
    [TestCase(true, true)]
    public async Task Single_JustBelowItsLimit_IsTaken(bool chunked, bool packed)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(WholeLimit);
        string body = Sample.Response("r", 9).ToJsonString().PadRight(Limit - Framing);
        using HttpContent content = Make(body, Bodies.Json, chunked, packed);

        using HttpResponseMessage answer = await app.Client.PostAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content
        );

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        await app.AssertKeptAsync("r");
    }

    [TestCase(Bodies.Ndjson, true, false)]
    [TestCase(Bodies.Ndjson, false, true)]
    [TestCase(Bodies.Csv, true, false)]
    [TestCase(Bodies.Csv, false, true)]
    public async Task Stream_OverItsLimit_IsTooLarge_AndSaysWhatWasCommitted(string type, bool chunked, bool packed)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(BulkLimit, SmallChunks);
        IEnumerable<JsonObject> responses = Sample.Responses("r", 1_000, 9);
        string body = type == Bodies.Csv ? Bodies.NpsCsv(responses) : Bodies.Lines(responses);
        using HttpContent content = Make(body, type, chunked, packed);

        using HttpResponseMessage answer = await app.Client.PostAsync(
            new Uri("/v1/responses", UriKind.Relative),
            content
        );

        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.RequestEntityTooLarge, "body", "tooLarge");
        int stored = problem["report"]!["stored"]!.GetValue<int>();
        stored.Should().BeLessThan(1_000);
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1 + stored));
        (await app.IdsAsync()).Should().HaveCount(1 + stored);
        if (packed)
        {
            // Only what was unpacked went over the limit, so it is known to the byte what fitted.
            stored.Should().BeGreaterThan(0);
        }
    }

    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task Stream_ThatAnnouncesTooMuch_IsRefusedAtOnce(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(BulkLimit, SmallChunks);
        using ByteArrayContent content = Content.Of(Bodies.Lines(Sample.Responses("bad", 1_000, 9)), type);

        JsonObject problem = await app.AssertRefusedAsync(
            content,
            HttpStatusCode.RequestEntityTooLarge,
            "body tooLarge"
        );

        problem["report"]!.AsObject().Counts().Should().Be("0 0 0 0 0");
    }

    [TestCase(Bodies.Json)]
    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task CompressedBomb_IsTooLarge(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(
            ("Ingestion:MaxBodyBytes", "1048576"),
            ("Ingestion:MaxBulkBytes", "1048576")
        );
        // 64 MB of blanks or of blank lines in 64 KB.
        byte[] bomb = Enumerable.Repeat(type == Bodies.Json ? (byte)' ' : (byte)'\n', 64 * 1024 * 1024).ToArray();
        using ByteArrayContent content = Content.Of(Bodies.Gzip(bomb), type, "gzip");

        await app.AssertRefusedAsync(content, HttpStatusCode.RequestEntityTooLarge, "body tooLarge");
    }

    private static HttpContent Make(string body, string type, bool chunked, bool packed)
    {
        byte[] bytes = packed ? Bodies.Gzip(body) : Encoding.UTF8.GetBytes(body);
        string? encoding = packed ? "gzip" : null;
        return chunked ? Content.Chunked(bytes, type, encoding) : Content.Of(bytes, type, encoding);
    }
}
