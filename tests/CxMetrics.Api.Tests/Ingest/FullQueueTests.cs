using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>More facts than the queue holds, while another process keeps the database from being written.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class FullQueueTests
{
    private const int Capacity = 8;
    private readonly List<string> _acknowledged = [];

    [Test]
    public async Task FullQueue_TurnsSendersAway_AndKeepsWhatItAcknowledges()
    {
        using var database = new TemporaryDatabase();
        await using CxMetricsApplication app = await StartAsync(database);
        IReadOnlyList<Task> waiting;
        await using (await WriteLock.TakeAsync(database))
        {
            waiting = await Backlog.FillAsync(app, Capacity, number => SendAsync(app, $"r{number}"));

            await AssertTurnedAwayAsync(app, Sample.Response("late", 9).ToJsonString(), Bodies.Json);
            await AssertTurnedAwayAsync(app, Bodies.Array(Sample.Responses("late", 3, 9)), Bodies.Json);
            await AssertTurnedAwayAsync(app, Bodies.Lines(Sample.Responses("late", 3, 9)), Bodies.Ndjson);
            await AssertTurnedAwayAsync(app, Bodies.NpsCsv(Sample.Responses("late", 3, 9)), Bodies.Csv);

            (await StatusAsync(app, "/health/live")).Should().Be(HttpStatusCode.OK);
            using HttpResponseMessage ready = await app.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            await Problem.ReadAsync(ready, HttpStatusCode.ServiceUnavailable);
            ready.Headers.RetryAfter!.Delta.Should().BePositive();
            (await app.IdsAsync()).Should().BeEmpty("reading needs no lock, and nothing is committed");
            _acknowledged.Should().BeEmpty();
        }

        await Task.WhenAll(waiting);

        _acknowledged.Should().HaveCountGreaterThanOrEqualTo(Capacity);
        (await app.IdsAsync()).Should().BeEquivalentTo(_acknowledged);
        (await app.NpsCountsAsync()).Should().Be((0, 0, _acknowledged.Count));
        (await StatusAsync(app, "/health/ready")).Should().Be(HttpStatusCode.OK);
        (await app.SendResponseAsync(Sample.Response("late", 9))).Should().Be("stored");
    }

    [Test]
    public async Task StreamOverTheQueue_WaitsForRoom_OnceItHasBegun()
    {
        using var database = new TemporaryDatabase();
        await using CxMetricsApplication app = await StartAsync(database, ("Ingestion:BulkChunkFacts", "5"));

        JsonObject report = await app.SendResponsesAsync(Sample.Responses("r", 500, 9));

        report.Counts().Should().Be("500 500 0 0 0");
    }

    [Test]
    public async Task ArrayLargerThanTheQueue_IsTaken_WhenNothingElseWaits()
    {
        using var database = new TemporaryDatabase();
        await using CxMetricsApplication app = await StartAsync(database);

        using HttpResponseMessage answer = await app.PostAsync(
            "/v1/responses",
            Bodies.Array(Sample.Responses("r", 10 * Capacity, 9))
        );

        JsonObject report = await CxMetricsApplication.ReadJsonAsync(answer, HttpStatusCode.OK);
        report["stored"]!.GetValue<int>().Should().Be(10 * Capacity);
    }

    private static Task<CxMetricsApplication> StartAsync(
        TemporaryDatabase database,
        params (string Name, string Value)[] settings
    ) =>
        CxMetricsApplication.StartAsync(
            new Dictionary<string, string?>(settings.ToDictionary(pair => pair.Name, pair => (string?)pair.Value))
            {
                ["Storage:QueueCapacity"] = $"{Capacity}",
                ["Storage:BusyTimeout"] = "00:10:00",
            },
            TestClock.At("2026-04-01T00:00:00Z"),
            database
        );

    private async Task SendAsync(CxMetricsApplication app, string id)
    {
        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", Sample.Response(id, 9).ToJsonString());
        if (answer.StatusCode != HttpStatusCode.Created)
        {
            // It came when the line was full already.
            await Problem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
            return;
        }

        lock (_acknowledged)
        {
            _acknowledged.Add(id);
        }
    }

    private static async Task AssertTurnedAwayAsync(CxMetricsApplication app, string body, string type)
    {
        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body, type);
        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
        problem["type"]!.GetValue<string>().Should().Be("urn:cxmetrics:problem:unavailable");
        answer.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    private static async Task<HttpStatusCode> StatusAsync(CxMetricsApplication app, string path)
    {
        using HttpResponseMessage answer = await app.Client.GetAsync(new Uri(path, UriKind.Relative));
        return answer.StatusCode;
    }
}
