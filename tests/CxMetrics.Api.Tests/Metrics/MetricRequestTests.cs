using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>Bad queries, formats and conditional requests.</summary>
public sealed class MetricRequestTests
{
    private const string Year = "from=2026-01-01&to=2027-01-01";

    [TestCase("from=yesterday", "from", "badTimestamp")]
    [TestCase("from=2026-02-30", "from", "badTimestamp")]
    [TestCase("to=2026-1-1", "to", "badTimestamp")]
    [TestCase("from=2026-02-01&to=2026-02-01", "from", "outOfRange")]
    [TestCase("from=2026-02-02&to=2026-02-01", "from", "outOfRange")]
    [TestCase("period=fortnight", "period", "unknownValue")]
    [TestCase("period=3", "period", "unknownValue")]
    [TestCase("period=day&from=0001-01-01&to=2026-01-01", "period", "tooMany")]
    [TestCase("groupBy=chanel", "groupBy", "unknownValue")]
    [TestCase("groupBy=channel,channel", "groupBy", "duplicateMember")]
    [TestCase("confidence=95", "confidence", "outOfRange")]
    [TestCase("confidence=0.4999", "confidence", "outOfRange")]
    [TestCase("confidence=NaN", "confidence", "outOfRange")]
    [TestCase("confidence=high", "confidence", "wrongType")]
    [TestCase("method=wilson", "method", "unknownValue")]
    [TestCase("format=xml", "format", "unknownValue")]
    [TestCase("grupBy=channel", "grupBy", "unknownMember")]
    public async Task Query_WithABadParameter_IsAProblemThatNamesIt(string query, string parameter, string code)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri($"/v1/metrics/nps?{query}", UriKind.Relative)
        );

        await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, parameter, code);
    }

    [Test]
    public async Task Metric_NotInTheCatalogue_IsNotFound()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri("/v1/metrics/happiness", UriKind.Relative)
        );

        (await Problem.ReadAsync(answer, HttpStatusCode.NotFound))["detail"]!
            .GetValue<string>()
            .Should()
            .Contain("happiness");
    }

    [TestCase("/v1/nothing", HttpStatusCode.NotFound)]
    [TestCase("/nowhere", HttpStatusCode.NotFound)]
    public async Task Route_Unknown_IsAProblem(string path, HttpStatusCode status)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(new Uri(path, UriKind.Relative));

        answer.StatusCode.Should().Be(status);
        answer.Content.Headers.ContentType!.MediaType.Should().Be("application/problem+json");
    }

    [Test]
    public async Task Csv_HasTheContractsColumnsAndTheSameNumbers()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 10).With("channel", "web, \"mobile\""),
            Sample.Response("2", 3).With("channel", "web, \"mobile\""),
        ]);
        string path = "/v1/metrics/nps?from=2026-03-01&to=2026-05-01&period=month&groupBy=channel";
        JsonNode row = (await app.GetJsonAsync(path))["rows"]![0]!;

        string csv = await app.GetTextAsync(path, "text/csv");

        string[] lines = csv.Split("\r\n");
        lines[0]
            .Should()
            .Be(
                "metric,periodStart,periodEnd,channel,value,n,lower,upper,standardError,method,flags,detractors,passives,promoters"
            );
        string lower = row["interval"]!["lower"]!.ToJsonString();
        string upper = row["interval"]!["upper"]!.ToJsonString();
        string error = row["standardError"]!.ToJsonString();
        lines[1]
            .Should()
            .Be($"nps,2026-03-01,2026-04-01,\"web, \"\"mobile\"\"\",0,2,{lower},{upper},{error},tangoScore,lowN,1,0,1");
        lines[2].Should().StartWith("nps,2026-04-01,2026-05-01,\"web, \"\"mobile\"\"\",,0,,,,,empty");
        lines[^1].Should().BeEmpty("the last row ends with a line break");
        (await app.GetTextAsync(path + "&format=csv", "application/json"))
            .Should()
            .Be(csv, "the parameter beats the header");
    }

    [TestCase("application/json", "application/json")]
    [TestCase("*/*", "application/json")]
    [TestCase("text/html,application/xhtml+xml,*/*;q=0.8", "application/json")]
    [TestCase("text/csv", "text/csv")]
    [TestCase("text/*", "text/csv")]
    [TestCase("application/json;q=0.5, text/csv", "text/csv")]
    [TestCase("text/csv;q=0, */*", "application/json")]
    public async Task Accept_ChoosesTheFormat(string accept, string expected)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/metrics/nps");
        request.Headers.TryAddWithoutValidation("Accept", accept);

        using HttpResponseMessage answer = await app.Client.SendAsync(request);

        answer.StatusCode.Should().Be(HttpStatusCode.OK);
        answer.Content.Headers.ContentType!.MediaType.Should().Be(expected);
    }

    [Test]
    public async Task Accept_OfNothingWeHave_IsNotAcceptable()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, "/v1/metrics/nps");
        request.Headers.TryAddWithoutValidation("Accept", "application/xml");

        using HttpResponseMessage answer = await app.Client.SendAsync(request);

        await Problem.ReadAsync(answer, HttpStatusCode.NotAcceptable);
    }

    [Test]
    public async Task ETag_OfUnchangedData_Gives304AndAnotherOneAfterAChange()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponseAsync(Sample.Response("1", 10));
        using HttpResponseMessage first = await app.Client.GetAsync(
            new Uri($"/v1/metrics/nps?{Year}", UriKind.Relative)
        );
        EntityTagHeaderValue tag = first.Headers.ETag!;
        tag.IsWeak.Should().BeTrue();

        (await GetAsync(app, tag)).Should().Be(HttpStatusCode.NotModified);
        (await GetAsync(app, new EntityTagHeaderValue(tag.Tag, isWeak: false)))
            .Should()
            .Be(HttpStatusCode.NotModified, "comparison is weak");
        (await GetAsync(app, new EntityTagHeaderValue("\"other\""), tag))
            .Should()
            .Be(HttpStatusCode.NotModified, "any of a list");
        (await GetAsync(app, new EntityTagHeaderValue("\"other\""))).Should().Be(HttpStatusCode.OK);

        // Outside the range asked for, and a repeat: the data behind the answer are the same.
        await app.SendResponseAsync(Sample.Response("2", 0, respondedAt: "2025-03-10T12:00:00Z"));
        await app.SendResponseAsync(Sample.Response("1", 10));
        (await GetAsync(app, tag)).Should().Be(HttpStatusCode.NotModified);

        await app.SendResponseAsync(Sample.Response("3", 0));
        (await GetAsync(app, tag)).Should().Be(HttpStatusCode.OK);
    }

    private static async Task<HttpStatusCode> GetAsync(CxMetricsApplication app, params EntityTagHeaderValue[] held)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/metrics/nps?{Year}");
        foreach (EntityTagHeaderValue tag in held)
        {
            request.Headers.IfNoneMatch.Add(tag);
        }

        using HttpResponseMessage answer = await app.Client.SendAsync(request);
        answer.Headers.ETag.Should().NotBeNull();
        if (answer.StatusCode == HttpStatusCode.NotModified)
        {
            (await answer.Content.ReadAsByteArrayAsync()).Should().BeEmpty();
        }

        return answer.StatusCode;
    }
}
