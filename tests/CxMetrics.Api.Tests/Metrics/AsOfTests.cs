using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>Figures as they were known at a past moment.</summary>
public sealed class AsOfTests
{
    private const string February = "from=2026-02-01&to=2026-03-01";

    private StepClock _clock = null!;

    [SetUp]
    public void SetClock() => _clock = new StepClock("2026-03-01T09:00:00Z");

    [Test]
    public async Task Nps_RevisedLater_IsReproducedAsOfBoth()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);
        await app.SendResponseAsync(Sample.Response("1", 9, respondedAt: "2026-02-28T12:00:00Z"));
        _clock.MoveTo("2026-03-20T09:00:00Z");
        await app.SendResponseAsync(Sample.Response("1", 6, respondedAt: "2026-02-28T12:00:00Z"));
        _clock.MoveTo("2026-04-01T00:00:00Z");

        JsonObject early = await app.GetJsonAsync($"/v1/metrics/nps?{February}&asOf=2026-03-10T00:00:00Z");
        JsonObject late = await app.GetJsonAsync($"/v1/metrics/nps?{February}&asOf=2026-03-31T02:00:00%2B02:00");

        early["rows"]![0]!["value"]!.GetValue<double>().Should().Be(100);
        early["rows"]![0]!["n"]!.GetValue<int>().Should().Be(1);
        early["asOf"]!.GetValue<string>().Should().Be("2026-03-10T00:00:00Z");
        late["rows"]![0]!["value"]!.GetValue<double>().Should().Be(-100);
        late["rows"]![0]!["n"]!.GetValue<int>().Should().Be(1);
        late["asOf"]!.GetValue<string>().Should().Be("2026-03-31T00:00:00Z");
        (await app.GetJsonAsync($"/v1/metrics/nps?{February}"))["asOf"].Should().BeNull();
    }

    [Test]
    public async Task EveryMetric_AsOfNow_IsWhatItIsNow()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);
        await app.SendResponsesAsync(
            Enumerable
                .Range(0, 60)
                .Select(number =>
                    Sample
                        .Response($"{number}", number % 11, respondedAt: $"2026-02-{1 + (number % 28):00}T12:00:00Z")
                        .With("channel", number % 3 == 0 ? "web" : "app")
                        .With(
                            "answers",
                            new JsonArray(
                                new JsonObject { ["metric"] = "nps", ["score"] = number % 11 },
                                new JsonObject { ["metric"] = "csat", ["score"] = 1 + (number % 5) },
                                new JsonObject { ["metric"] = "ces", ["score"] = 1 + (number % 7) }
                            )
                        )
                )
        );

        foreach (
            string metric in new[] { "nps", "csat", "csat-mean", "ces", "ces-agree", "ces-net-ease", "rating-mean" }
        )
        {
            string path = $"/v1/metrics/{metric}?{February}&period=week&groupBy=channel";
            JsonObject now = await app.GetJsonAsync(path);
            JsonObject asOf = await app.GetJsonAsync($"{path}&asOf=2026-03-01T09:00:00Z");
            asOf["rows"]!.ToJsonString().Should().Be(now["rows"]!.ToJsonString());
            asOf["excluded"]!.ToJsonString().Should().Be(now["excluded"]!.ToJsonString());
        }
    }

    [TestCase("asOf=2026-03-01T09:00:00.000001Z", "outOfRange")]
    [TestCase("asOf=2027-01-01T00:00:00Z", "outOfRange")]
    [TestCase("asOf=2026-02-01T00:00:00", "badTimestamp")]
    [TestCase("asOf=2026-02-01T00:00:00+01:00", "badTimestamp")]
    [TestCase("asOf=2026-02-01", "badTimestamp")]
    [TestCase("asOf=yesterday", "badTimestamp")]
    [TestCase("asOf=", "badTimestamp")]
    public async Task AsOf_Bad_IsAProblemThatNamesIt(string query, string code)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);

        foreach (string path in new[] { "/v1/metrics/nps", "/v1/responses", "/v1/responses/api/1" })
        {
            using HttpResponseMessage answer = await app.Client.GetAsync(new Uri($"{path}?{query}", UriKind.Relative));
            await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, "asOf", code);
        }
    }

    [Test]
    public async Task Responses_AsOf_AreTheRevisionsOfThen()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);
        await app.SendResponseAsync(Sample.Response("1", 9, respondedAt: "2026-02-28T12:00:00Z"));
        _clock.MoveTo("2026-03-20T09:00:00Z");
        await app.SendResponseAsync(Sample.Response("1", 6, respondedAt: "2026-02-28T12:00:00Z"));
        await app.SendResponseAsync(Sample.Response("2", 0, respondedAt: "2026-02-28T13:00:00Z"));

        JsonObject one = await app.GetJsonAsync("/v1/responses/api/1?asOf=2026-03-10T00:00:00Z");
        JsonObject page = await app.GetJsonAsync("/v1/responses?asOf=2026-03-10T00:00:00Z");

        one["answers"]![0]!["score"]!.GetValue<int>().Should().Be(9);
        one["recordedAt"]!.GetValue<string>().Should().Be("2026-03-01T09:00:00Z");
        page["responses"]!.AsArray().Should().ContainSingle();
        page["responses"]![0]!.ToJsonString().Should().Be(one.ToJsonString());
        using HttpResponseMessage missing = await app.Client.GetAsync(
            new Uri("/v1/responses/api/2?asOf=2026-03-10T00:00:00Z", UriKind.Relative)
        );
        await Problem.ReadAsync(missing, HttpStatusCode.NotFound);
    }
}
