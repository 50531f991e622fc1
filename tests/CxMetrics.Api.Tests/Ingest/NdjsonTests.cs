using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Many responses as a stream of JSON lines.</summary>
public sealed class NdjsonTests
{
    [TestCase("\n")]
    [TestCase("\r\n")]
    public async Task GoodBlankAndBadLines_GoodAreKept_BadAreNamedByLine(string newline)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        string[] lines =
        [
            "\uFEFF" + Sample.Response("a", 9).ToJsonString(),
            "",
            "not json",
            Sample.Response("bad", 11).With("respondedAt", "2026-03-10T12:00:00").ToJsonString(),
            " \t",
            Sample.Response(Kept.Id, 10).ToJsonString(),
            "[]",
            """{"id":"bad"} {"id":"bad"}""",
            Sample.Response("b", 1).ToJsonString(),
        ];

        JsonObject report = await SendAsync(app, string.Join(newline, lines));

        report.Counts().Should().Be("7 2 0 1 4");
        report
            .Errors()
            .Should()
            .Equal(
                "3 body invalidJson",
                "4 respondedAt badTimestamp",
                "4 answers[0].score outOfRange",
                "7 body wrongType",
                "8 body invalidJson"
            );
        report["errorsTruncated"]!.GetValue<bool>().Should().BeFalse();
        report["errors"]!
            .AsArray()
            .Select(error => error!["message"]!.GetValue<string>())
            .Should()
            .NotContain(string.Empty);
        await app.AssertKeptAsync("a", "b");
    }

    [Test]
    public async Task MoreErrorsThanAReportLists_AreCounted_AndTheFirstAreNamed()
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "10"));
        // Chunks in between, so that the limit holds for the whole stream and not for each transaction.
        IEnumerable<JsonObject> responses = Enumerable
            .Range(0, 150)
            .SelectMany(number => new[] { Sample.Response($"a{number}", 9), Sample.Response("bad", 11) });

        JsonObject report = await SendAsync(app, Bodies.Lines(responses));

        report.Counts().Should().Be("300 150 0 0 150");
        report["errorsTruncated"]!.GetValue<bool>().Should().BeTrue();
        report
            .Errors()
            .Should()
            .Equal(Enumerable.Range(1, 100).Select(number => $"{2 * number} answers[0].score outOfRange"));
        (await app.NpsCountsAsync()).Should().Be((0, 0, 151));
    }

    [Test]
    public async Task LineThatIsTooLong_IsNamed_AndItsNeighboursAreStored()
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:MaxLineBytes", "1024"));
        string body =
            Bodies.Lines([Sample.Response("a", 9)])
            + new string('x', 500_000)
            + "\n"
            + Bodies.Lines([Sample.Response("bad", 9).With("comment", new string('y', 1024))])
            + Sample.Response("b", 9).ToJsonString();

        JsonObject report = await SendAsync(app, body);

        report.Counts().Should().Be("4 2 0 0 2");
        report.Errors().Should().Equal("2 body tooLong", "3 body tooLong");
        await app.AssertKeptAsync("a", "b");
    }

    [Test]
    public async Task ScaleMismatch_IsNamedWithItsLine_AndItsNeighboursAreStored()
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "2"));
        JsonObject[] responses = [.. Sample.Responses("r", 7, 9)];
        responses[4]["answers"]!.AsArray().Add(Csat(4, 7));
        responses[5]["answers"]!.AsArray().Add(Csat(4, 5));
        responses[6]["answers"]!.AsArray().Add(Csat(4, 7));

        JsonObject report = await SendAsync(app, Bodies.Lines(responses));

        report.Counts().Should().Be("7 6 0 0 1");
        report.Errors().Should().Equal("6 answers[1].scale scaleMismatch");
        await app.AssertKeptAsync("r0", "r1", "r2", "r3", "r4", "r6");
    }

    [TestCase("")]
    [TestCase("\n\r\n \n")]
    public async Task NothingInIt_IsRefused(string body)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(body, Bodies.Ndjson);

        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, "body emptyBody");
    }

    [Test]
    public async Task LastLineCutOff_IsTruncated_AndKeepsTheLinesBefore()
    {
        // A sender that crashed while it wrote the file sends it to its end all the same.
        await using CxMetricsApplication app = await Kept.StartAsync();
        string whole = Bodies.Lines(Sample.Responses("r", 3, 9));

        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", whole[..^9], Bodies.Ndjson);

        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, "body", "truncated");
        JsonObject report = problem["report"]!.AsObject();
        report.Counts().Should().Be("3 2 0 0 1");
        report.Errors().Should().Equal("3 body truncated");
        await app.AssertKeptAsync("r0", "r1");
        (await SendAsync(app, whole)).Counts().Should().Be("3 1 0 2 0");
    }

    [Test]
    public async Task RepeatsAndRevisionsAcrossChunks_CountOnce()
    {
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "3"));
        string first = Bodies.Lines(Sample.Responses("r", 20, 9));
        string second = Bodies.Lines(Sample.Responses("r", 20, 1));

        (await SendAsync(app, first + first)).Counts().Should().Be("40 20 0 20 0");
        (await SendAsync(app, second + second + first)).Counts().Should().Be("60 0 40 20 0");

        (await app.NpsCountsAsync()).Should().Be((0, 0, 21));
    }

    private static JsonObject Csat(int score, int max) =>
        new()
        {
            ["metric"] = "csat",
            ["score"] = score,
            ["scale"] = new JsonObject { ["min"] = 1, ["max"] = max },
        };

    private static async Task<JsonObject> SendAsync(CxMetricsApplication app, string body)
    {
        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body, Bodies.Ndjson);
        return await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
    }
}
