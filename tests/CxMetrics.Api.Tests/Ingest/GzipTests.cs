using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Bodies that come packed.</summary>
public sealed class GzipTests
{
    [TestCase("gzip")]
    [TestCase("GZIP")]
    public async Task Single_IsTaken(string encoding)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            Bodies.Gzip(Sample.Response("r", 9).ToJsonString()),
            Bodies.Json,
            encoding
        );

        answer.StatusCode.Should().Be(HttpStatusCode.Created);
        await app.AssertKeptAsync("r");
    }

    [TestCase(Bodies.Json)]
    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task Bulk_IsTaken(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            Bodies.Gzip(Body(type, 3_000)),
            type,
            "gzip"
        );

        JsonObject report = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        report.Counts().Should().Be("3000 3000 0 0 0");
        (await app.NpsCountsAsync()).Should().Be((0, 0, 3_001));
    }

    [Test]
    public async Task SeveralMembersInOneFile_AreReadToTheEnd()
    {
        // What "cat a.gz b.gz" makes, and what parallel packers write.
        await using CxMetricsApplication app = await Kept.StartAsync();
        byte[] body =
        [
            .. Bodies.Gzip(Bodies.Lines(Sample.Responses("a", 2, 9))),
            .. Bodies.Gzip(Bodies.Lines(Sample.Responses("b", 2, 9))),
        ];

        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body, Bodies.Ndjson, "gzip");

        JsonObject report = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        report.Counts().Should().Be("4 4 0 0 0");
    }

    [TestCase(Bodies.Json)]
    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task NotGzipAtAll_IsRefused(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(Body(type, 3), type, "gzip");

        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, "body truncated");
    }

    [TestCase(Bodies.Json)]
    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task EmptyBody_IsRefused(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of([], type, "gzip");

        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, "body emptyBody");
    }

    [TestCase(Bodies.Json, 5)]
    [TestCase(Bodies.Json, 2)]
    [TestCase(Bodies.Json, 100)]
    public async Task CutOff_Whole_StoresNothing(string type, int parts)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        byte[] packed = Bodies.Gzip(Body(type, 100));
        using ByteArrayContent content = Content.Of(packed[..^Math.Max(9, packed.Length / parts)], type, "gzip");

        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, "body truncated");
    }

    [TestCase(Bodies.Ndjson, 2)]
    [TestCase(Bodies.Ndjson, 10)]
    [TestCase(Bodies.Csv, 2)]
    [TestCase(Bodies.Csv, 10)]
    public async Task CutOff_Stream_SaysWhatWasCommitted_AndCanBeSentAgain(string type, int parts)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "100"));
        byte[] packed = Bodies.Gzip(Body(type, 2_000));

        using HttpResponseMessage cutOff = await app.PostAsync(
            "/v1/responses",
            packed[..^(packed.Length / parts)],
            type,
            "gzip"
        );

        JsonObject problem = await Problem.ReadAsync(cutOff, HttpStatusCode.BadRequest, "body", "truncated");
        int stored = problem["report"]!["stored"]!.GetValue<int>();
        stored.Should().BeGreaterThan(0).And.BeLessThan(2_000);
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1 + stored));

        using HttpResponseMessage again = await app.PostAsync("/v1/responses", packed, type, "gzip");

        JsonObject report = await CxMetricsApplication.ReadJsonAsync(again, HttpStatusCode.OK);
        report.Counts().Should().Be($"2000 {2_000 - stored} 0 {stored} 0");
        (await app.NpsCountsAsync()).Should().Be((0, 0, 2_001));
    }

    [Test]
    public async Task DamagedInTheMiddle_IsRefused_AndKeepsWhatWasStored()
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "100"));
        byte[] packed = Bodies.Gzip(Body(Bodies.Ndjson, 2_000));
        packed.AsSpan(packed.Length / 2, 64).Fill(0xFF);

        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", packed, Bodies.Ndjson, "gzip");

        // Damage shows as broken compression, or as lines that make no sense before it does.
        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, "body", "truncated");
        int stored = problem["report"]!["stored"]!.GetValue<int>();
        stored.Should().BeGreaterThan(0).And.BeLessThan(2_000);
        (await app.IdsAsync()).Should().HaveCount(1 + stored);
    }

    private static string Body(string type, int count)
    {
        IEnumerable<JsonObject> responses = Sample.Responses("r", count, 9);
        return type switch
        {
            Bodies.Json => Bodies.Array(responses),
            Bodies.Ndjson => Bodies.Lines(responses),
            _ => Bodies.NpsCsv(responses),
        };
    }
}
