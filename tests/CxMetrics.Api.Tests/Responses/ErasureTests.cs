using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Responses;

public sealed class ErasureTests
{
    private const string Secret = "Nobody must read this again, 4711-0815";

    private StepClock _clock = null!;

    [SetUp]
    public void SetClock() => _clock = new StepClock("2026-03-20T09:00:00Z");

    [Test]
    public async Task Erase_AResponse_TakesItOutOfEverything()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);
        await app.SendResponsesAsync([Full("1"), Sample.Response("2", 0)]);
        _clock.MoveTo("2026-03-21T09:00:00Z");

        (await app.EraseAsync("1")).Should().Be(204);
        (await app.EraseAsync("1")).Should().Be(204);

        using HttpResponseMessage gone = await app.Client.GetAsync(new Uri("/v1/responses/api/1", UriKind.Relative));
        (await Problem.ReadAsync(gone, HttpStatusCode.Gone))["type"]!
            .GetValue<string>()
            .Should()
            .Be("urn:cxmetrics:problem:gone");
        (await app.IdsAsync()).Should().Equal("2");
        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-03-01&to=2026-04-01");
        report["rows"]![0]!["value"]!.GetValue<double>().Should().Be(-100);
        report["excluded"]!["erased"]!.GetValue<int>().Should().Be(1);
    }

    [Test]
    public async Task Erase_ThenSentAgain_IsADuplicate()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);
        await app.SendResponseAsync(Full("1"));
        await app.EraseAsync("1");

        (await app.SendResponseAsync(Full("1"))).Should().Be("duplicate");
        (await app.SendResponseAsync(Full("1").With("comment", "other"))).Should().Be("duplicate");

        (await app.IdsAsync()).Should().BeEmpty();
    }

    [Test]
    public async Task Erase_ReadAsOfEarlier_KeepsTheFigureAndNothingPersonal()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);
        await app.SendResponseAsync(Full("1"));
        _clock.MoveTo("2026-03-21T09:00:00Z");
        await app.SendResponseAsync(Full("1").With("comment", "Second thoughts"));
        _clock.MoveTo("2026-03-22T09:00:00Z");
        await app.EraseAsync("1");

        foreach (string asOf in new[] { "2026-03-20T12:00:00Z", "2026-03-21T12:00:00Z" })
        {
            JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?from=2026-03-01&to=2026-04-01&asOf={asOf}");
            report["rows"]![0]!["value"]!.GetValue<double>().Should().Be(100);
            report["excluded"]!["erased"]!.GetValue<int>().Should().Be(0);
            JsonObject found = await app.GetJsonAsync($"/v1/responses/api/1?asOf={asOf}");
            found["erased"]!.GetValue<bool>().Should().BeTrue();
            found["answers"]![0]!["score"]!.GetValue<int>().Should().Be(10);
            found["channel"]!.GetValue<string>().Should().Be("web");
            foreach (string member in new[] { "customerId", "accountId", "comment", "locale", "attributes" })
            {
                found.ContainsKey(member).Should().BeFalse("{0} is personal", member);
            }

            (await app.GetJsonAsync($"/v1/responses?asOf={asOf}"))["responses"]!.AsArray().Should().ContainSingle();
        }
    }

    [Test]
    public async Task Erase_NeverKnown_IsNotFound()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);

        (await app.EraseAsync("1")).Should().Be(404);
    }

    [Test]
    public async Task Erase_IdWithSlashAndPercent_IsThatResponse()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock);
        await app.SendResponseAsync(Full("a/b%2F"));

        (await app.EraseAsync("a/b")).Should().Be(404);
        (await app.EraseAsync("a/b%2F")).Should().Be(204);
    }

    [Test]
    public async Task Erase_AComment_LeavesNothingOfItInTheFile()
    {
        using var database = new TemporaryDatabase();
        await using (
            CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: _clock, database: database)
        )
        {
            await app.SendResponseAsync(Full("1"));
            await app.SendResponseAsync(Full("1").With("channel", "app"));
            await app.EraseAsync("1");
        }

        string file = Encoding.UTF8.GetString(await File.ReadAllBytesAsync(database.File));
        file.Should().NotContain(Secret);
    }

    private static JsonObject Full(string id) =>
        Sample
            .Response(id, 10)
            .With("customerId", "c-1")
            .With("accountId", "a-1")
            .With("channel", "web")
            .With("locale", "de-AT")
            .With("comment", Secret)
            .With("attributes", new JsonObject { ["plan"] = "pro" });
}
