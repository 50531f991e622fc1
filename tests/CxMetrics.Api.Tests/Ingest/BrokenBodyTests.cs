using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Connections that break half-way through a body.</summary>
public sealed class BrokenBodyTests
{
    private const int Facts = 200;
    private const string Unsent = "Content-Length: 1000000";
    private const string Chunked = "Transfer-Encoding: chunked";

    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task LessThanAnnounced_ThenHalfClosed_KeepsWhatWasCommitted(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "10"));
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        await connection.SendHeadAsync(type, Unsent);
        await connection.SendAsync(Body(type)[..^15]);

        connection.EndSending();

        await AssertTruncatedAndRepeatableAsync(app, type, await connection.ReadAnswerAsync());
    }

    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task ChunkThatIsNone_KeepsWhatWasCommitted(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "10"));
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        await connection.SendHeadAsync(type, Chunked);
        await connection.SendChunkAsync(Body(type)[..^15]);

        // The connection stands, so the answer has to come.
        await connection.SendAsync("zz\r\n");

        (int Status, JsonObject Body)? answer = await connection.ReadAnswerAsync();
        answer.Should().NotBeNull();
        await AssertTruncatedAndRepeatableAsync(app, type, answer);
    }

    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task ChunksWithoutTheLast_ThenHalfClosed_KeepWhatWasCommitted(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "10"));
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        await connection.SendHeadAsync(type, Chunked);
        await connection.SendChunkAsync(Body(type)[..^15]);

        connection.EndSending();

        await AssertTruncatedAndRepeatableAsync(app, type, await connection.ReadAnswerAsync());
    }

    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task PackedChunksThatBreak_KeepWhatWasCommitted(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "10"));
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        byte[] packed = Bodies.Gzip(Body(type));
        byte[] sent = packed[..(packed.Length * 3 / 4)];
        await connection.SendHeadAsync(type, Chunked, "gzip");
        await connection.SendAsync(sent.Length.ToString("x", CultureInfo.InvariantCulture) + "\r\n");
        await connection.SendAsync(sent);

        await connection.SendAsync("\r\nzz\r\n");

        (int Status, JsonObject Body)? answer = await connection.ReadAnswerAsync();
        answer.Should().NotBeNull();
        await AssertTruncatedAndRepeatableAsync(app, type, answer);
    }

    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task Reset_KeepsWhatWasCommitted(string type)
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "10"));
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        await connection.SendHeadAsync(type, Unsent);
        await connection.SendAsync(Body(type)[..^15]);
        // Some of it is committed before the connection goes.
        await app.WaitForAsync(50);

        connection.Reset();

        await AssertTruncatedAndRepeatableAsync(app, type, answer: null);
    }

    [TestCase(Unsent)]
    [TestCase(Chunked)]
    public async Task SingleThatBreaks_StoresNothing(string announcement)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        await connection.SendHeadAsync(Bodies.Json, announcement);
        string whole = Sample.Response("bad", 9).ToJsonString();
        await connection.SendAsync(announcement == Chunked ? "400\r\n" + whole : whole);

        connection.EndSending();

        if (await connection.ReadAnswerAsync() is { } answer)
        {
            answer.Status.Should().Be(400);
            answer.Body.Errors().Should().Equal("body truncated");
        }

        await app.AssertKeptAsync();
    }

    [Test]
    public async Task SingleInABadChunk_IsRefused()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        await connection.SendHeadAsync(Bodies.Json, Chunked);
        await connection.SendChunkAsync(Sample.Response("bad", 9).ToJsonString());

        await connection.SendAsync("zz\r\n");

        (int status, JsonObject body) = (await connection.ReadAnswerAsync())!.Value;
        status.Should().Be(400);
        body.Errors().Should().Equal("body truncated");
        await app.AssertKeptAsync();
    }

    private static string Body(string type)
    {
        // Long rows, so that some arrive before others.
        IEnumerable<JsonObject> responses = Sample.Responses("r", Facts, 9);
        return type == Bodies.Csv ? Bodies.NpsCsv(responses) : Bodies.Lines(responses);
    }

    private static async Task AssertTruncatedAndRepeatableAsync(
        CxMetricsApplication app,
        string type,
        (int Status, JsonObject Body)? answer
    )
    {
        int reported = 0;
        if (answer is { } said)
        {
            said.Status.Should().Be(400, said.Body.ToJsonString());
            said.Body.Errors().Should().Equal("body truncated");
            reported = said.Body["report"]!["stored"]!.GetValue<int>();
        }

        // Each whole fact that was read is committed; the one cut in two never is.
        IReadOnlyList<string> before = await app.IdsAsync();
        before.Count.Should().BeGreaterThan(reported).And.BeLessThan(1 + Facts);
        if (answer is not null)
        {
            before.Count.Should().Be(1 + reported);
        }

        using var again = new HttpRequestMessage(HttpMethod.Post, "/v1/responses");
        again.Content = Content.Of(Encoding.UTF8.GetBytes(Body(type)), type);
        using HttpResponseMessage second = await app.Client.SendAsync(again);
        JsonObject report = await CxMetricsApplication.ReadJsonAsync(second, HttpStatusCode.OK);
        report["rejected"]!.GetValue<int>().Should().Be(0);
        report["updated"]!.GetValue<int>().Should().Be(0);
        (report["stored"]!.GetValue<int>() + report["duplicates"]!.GetValue<int>()).Should().Be(Facts);
        report["duplicates"]!.GetValue<int>().Should().BeGreaterThanOrEqualTo(before.Count - 1);
        (await app.IdsAsync()).Should().HaveCount(1 + Facts);
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1 + Facts));
    }
}
