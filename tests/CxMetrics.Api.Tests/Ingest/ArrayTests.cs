using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Many responses as a JSON array.</summary>
public sealed class ArrayTests
{
    [Test]
    public async Task GoodAndBad_GoodAreKept_BadAreNamedByElement()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        JsonObject scaled = Sample.Response("bad", 9);
        scaled["answers"]![0]!["scale"] = new JsonObject { ["min"] = 1, ["max"] = 10 };
        string body = $"""
            [ {Sample.Response("a", 9)}, {Sample.Response("bad", 11)}, "text",
              {Sample.Response(Kept.Id, 10)}, {scaled}, {Sample.Response("b", 1).With("custmerId", "c")},
              {Sample.Response("c", 7)} ]
            """;

        JsonObject report = await SendAsync(app, body);

        report.Counts().Should().Be("7 2 0 1 4");
        report
            .Errors()
            .Should()
            .Equal(
                "2 answers[0].score outOfRange",
                "3 body wrongType",
                "5 answers[0].scale scaleMismatch",
                "6 custmerId unknownMember"
            );
        report["errorsTruncated"]!.GetValue<bool>().Should().BeFalse();
        await app.AssertKeptAsync("a", "c");
    }

    [Test]
    public async Task SameResponseTwiceInIt_IsStoredOnce_AndRevised()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        JsonObject[] responses =
        [
            Sample.Response("a", 9),
            Sample.Response("a", 9),
            Sample.Response("a", 1),
            Sample.Response("a", 1),
        ];

        JsonObject report = await SendAsync(app, Bodies.Array(responses));

        report.Counts().Should().Be("4 1 1 2 0");
        (await app.NpsCountsAsync()).Should().Be((1, 0, 1));
    }

    [Test]
    public async Task TenThousand_AreTaken_OneMoreIsRefused()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        JsonObject[] responses = [.. Sample.Responses("r", 10_001, 9)];
        using ByteArrayContent tooMany = Content.Of(Bodies.Array(responses));
        await app.AssertRefusedAsync(tooMany, HttpStatusCode.BadRequest, "body tooMany");

        JsonObject report = await SendAsync(app, Bodies.Array(responses.Take(10_000)));

        report.Counts().Should().Be("10000 10000 0 0 0");
        (await app.NpsCountsAsync()).Should().Be((0, 0, 10_001));
    }

    [TestCase("")]
    [TestCase(",]")]
    [TestCase("] trailing")]
    [TestCase("""],"more":1}""")]
    public async Task MalformedAtTheEnd_StoresNothing(string end)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();
        using ByteArrayContent content = Content.Of(Bodies.Array(Sample.Responses("bad", 5, 9))[..^1] + end);

        await app.AssertRefusedAsync(content, HttpStatusCode.BadRequest, "body invalidJson");
    }

    [TestCase("[]")]
    [TestCase("\uFEFF [ ] ")]
    public async Task EmptyArray_IsAnEmptyReport(string body)
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        JsonObject report = await SendAsync(app, body);

        report.Counts().Should().Be("0 0 0 0 0");
        report.Errors().Should().BeEmpty();
        await app.AssertKeptAsync();
    }

    [Test]
    public async Task MoreErrorsThanAReportLists_AreCounted()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        JsonObject report = await SendAsync(
            app,
            Bodies.Array([.. Sample.Responses("bad", 101, 11), Sample.Response("a", 9)])
        );

        report.Counts().Should().Be("102 1 0 0 101");
        report.Errors().Should().HaveCount(100);
        report["errorsTruncated"]!.GetValue<bool>().Should().BeTrue();
        await app.AssertKeptAsync("a");
    }

    private static async Task<JsonObject> SendAsync(CxMetricsApplication app, string body)
    {
        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body);
        return await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
    }
}
