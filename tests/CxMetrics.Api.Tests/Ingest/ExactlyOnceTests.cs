using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;
using CxMetrics.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Every fact has its effect once, however many clients send it at the same moment.</summary>
public sealed class ExactlyOnceTests
{
    [Test]
    public async Task SameFactFromEveryone_IsStoredOnce()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        string[] statuses = await Crowd.ActAsync(_ => app.SendResponseAsync(Sample.Response("r", 9)));

        statuses.Should().ContainSingle(status => status == "stored");
        statuses.Count(status => status == "duplicate").Should().Be(Crowd.Size - 1);
        await app.AssertKeptAsync("r");
        await AssertCleanAsync(app);
    }

    [Test]
    public async Task SameRevisionFromEveryone_UpdatesOnce()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        string[] statuses = await Crowd.ActAsync(_ => app.SendResponseAsync(Sample.Response(Kept.Id, 3)));

        statuses.Should().ContainSingle(status => status == "updated");
        statuses.Count(status => status == "duplicate").Should().Be(Crowd.Size - 1);
        (await app.IdsAsync()).Should().Equal(Kept.Id);
        (await app.NpsCountsAsync()).Should().Be((1, 0, 0));
        await AssertCleanAsync(app);
    }

    [Test]
    public async Task AnotherRevisionFromEach_AllAreTaken_AndOneIsCurrent()
    {
        await using CxMetricsApplication app = await Kept.StartAsync();

        string[] statuses = await Crowd.ActAsync(client =>
            app.SendResponseAsync(Sample.Response(Kept.Id, client % 11).With("comment", $"by {client}"))
        );

        statuses.Should().OnlyContain(status => status == "updated");
        (await app.IdsAsync()).Should().Equal(Kept.Id);
        JsonObject current = await app.GetJsonAsync($"/v1/responses/api/{Kept.Id}");
        int score = current["answers"]![0]!["score"]!.GetValue<int>();
        Enumerable
            .Range(0, Crowd.Size)
            .Select(client => ($"by {client}", client % 11))
            .Should()
            .Contain((current["comment"]!.GetValue<string>(), score));
        (int Detractors, int Passives, int Promoters) expected = score switch
        {
            <= 6 => (1, 0, 0),
            <= 8 => (0, 1, 0),
            _ => (0, 0, 1),
        };
        (await app.NpsCountsAsync()).Should().Be(expected);
        await AssertCleanAsync(app);
    }

    [Test]
    public async Task OverlappingStreamsInAnyOrder_StoreEachFactOnce()
    {
        const int facts = 500;
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "50"));
        JsonObject[] responses = [.. Sample.Responses("r", facts, 0, 7, 9, 10)];
        string[] lines = [.. responses.Select(response => response.ToJsonString())];

        JsonObject[] reports = await Crowd.ActAsync(async client =>
        {
            string[] shuffled = [.. lines];
            new Random(client).Shuffle(shuffled);
            using HttpResponseMessage answer = await app.PostAsync(
                "/v1/responses",
                string.Join('\n', shuffled),
                Bodies.Ndjson
            );
            return await CxMetricsApplication.ReadJsonAsync(answer, System.Net.HttpStatusCode.OK);
        });

        reports.Sum(report => report["stored"]!.GetValue<int>()).Should().Be(facts);
        reports.Sum(report => report["duplicates"]!.GetValue<int>()).Should().Be((Crowd.Size - 1) * facts);
        reports.Should().OnlyContain(report => report["updated"]!.GetValue<int>() == 0);
        reports.Should().OnlyContain(report => report["rejected"]!.GetValue<int>() == 0);
        (await app.IdsAsync()).Should().HaveCount(1 + facts);
        (await app.NpsCountsAsync()).Should().Be((125, 125, 251));
        await AssertCleanAsync(app);
    }

    [Test]
    public async Task SinglesAndStreamsTogether_StoreEachFactOnce()
    {
        const int facts = 64;
        await using CxMetricsApplication app = await Kept.StartAsync(("Ingestion:BulkChunkFacts", "7"));
        JsonObject[] responses = [.. Sample.Responses("r", facts, 9)];

        int[] stored = await Crowd.ActAsync(async client =>
        {
            if (client % 2 == 0)
            {
                JsonObject report = await app.SendResponsesAsync(responses);
                return report["stored"]!.GetValue<int>();
            }

            int count = 0;
            foreach (int number in Enumerable.Range(client, 8))
            {
                string status = await app.SendResponseAsync(responses[number % facts]);
                status.Should().BeOneOf("stored", "duplicate");
                count += status == "stored" ? 1 : 0;
            }

            return count;
        });

        stored.Sum().Should().Be(facts);
        (await app.NpsCountsAsync()).Should().Be((0, 0, 1 + facts));
        await AssertCleanAsync(app);
    }

    private static async Task AssertCleanAsync(CxMetricsApplication app)
    {
        CheckReport check = await app
            .Services.GetRequiredService<DatabaseMaintenance>()
            .CheckAsync(CancellationToken.None);
        check.Findings.Should().BeEmpty();
    }
}
