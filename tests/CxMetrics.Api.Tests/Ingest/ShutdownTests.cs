using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;
using CxMetrics.Storage.Maintenance;
using Microsoft.Extensions.DependencyInjection;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>The service stops while it is being used, and is started again.</summary>
public sealed class ShutdownTests
{
    [Test]
    public async Task StoppedWhileEveryonePosts_KeepsWhatItAcknowledged_AndNothingElse()
    {
        using var database = new TemporaryDatabase();
        var acknowledged = new ConcurrentDictionary<string, bool>();
        var unsure = new ConcurrentDictionary<string, bool>();
        await using (CxMetricsApplication app = await StartAsync(database))
        {
            var warm = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            Task<int[]> clients = Crowd.ActAsync(async client =>
            {
                int number = 0;
                while (await TryPostAsync(app, $"c{client}-{number}", acknowledged, unsure))
                {
                    number++;
                    if (acknowledged.Count > 4 * Crowd.Size)
                    {
                        warm.TrySetResult();
                    }
                }

                return number;
            });
            await Task.WhenAny(warm.Task, clients);

            await app.StopAsync();

            await clients;
        }

        await using CxMetricsApplication reopened = await StartAsync(database);
        IReadOnlyList<string> stored = await reopened.IdsAsync();
        acknowledged.Should().NotBeEmpty();
        acknowledged.Keys.Should().BeSubsetOf(stored);
        // Whose connection was cut before the answer may be stored or not; nothing else may be there.
        stored.Except(acknowledged.Keys).Should().BeSubsetOf(unsure.Keys);
        (await reopened.NpsCountsAsync()).Should().Be((0, 0, stored.Count));
        CheckReport check = await reopened
            .Services.GetRequiredService<DatabaseMaintenance>()
            .CheckAsync(CancellationToken.None);
        check.Findings.Should().BeEmpty();
    }

    [Test]
    public async Task StoppedWhileFactsWaitForTheirCommit_AnswersThemFirst()
    {
        const int inLine = 20;
        using var database = new TemporaryDatabase();
        var acknowledged = new ConcurrentDictionary<string, bool>();
        var unsure = new ConcurrentDictionary<string, bool>();
        await using (CxMetricsApplication app = await StartAsync(database))
        {
            Task stopping;
            IReadOnlyList<Task> clients;
            await using (await WriteLock.TakeAsync(database))
            {
                clients = await Backlog.FillAsync(
                    app,
                    inLine,
                    number => TryPostAsync(app, $"r{number}", acknowledged, unsure)
                );
                stopping = app.StopAsync();
                acknowledged.Should().BeEmpty();
            }

            await stopping;
            await Task.WhenAll(clients);
        }

        acknowledged.Should().HaveCountGreaterThanOrEqualTo(inLine);
        unsure.Should().BeEmpty();
        await using CxMetricsApplication reopened = await StartAsync(database);
        (await reopened.IdsAsync()).Should().BeEquivalentTo(acknowledged.Keys);
        (await reopened.NpsCountsAsync()).Should().Be((0, 0, acknowledged.Count));
    }

    [Test]
    public async Task AfterAStop_TheFileAloneIsTheDatabase()
    {
        using var database = new TemporaryDatabase();
        await using (CxMetricsApplication app = await StartAsync(database))
        {
            await app.SendResponsesAsync(Sample.Responses("r", 100, 9));
        }

        Directory.GetFiles(database.Folder).Should().Equal(database.File);
    }

    [Test]
    public async Task SameDatabaseOpenedAgain_ShowsEverything()
    {
        using var database = new TemporaryDatabase();
        JsonObject before;
        await using (CxMetricsApplication first = await StartAsync(database))
        {
            await first.SendResponsesAsync(Sample.Responses("r", 20, 0, 7, 9, 10));
            await first.SendResponseAsync(Sample.Response("r0", 10).With("comment", "better"));
            before = await first.GetJsonAsync("/v1/responses?limit=1000");
        }

        await using CxMetricsApplication second = await StartAsync(database);

        JsonObject after = await second.GetJsonAsync("/v1/responses?limit=1000");
        after.ToJsonString().Should().Be(before.ToJsonString());
        (await second.NpsCountsAsync()).Should().Be((4, 5, 11));
        (await second.SendResponseAsync(Sample.Response("r0", 10).With("comment", "better"))).Should().Be("duplicate");
        (await second.SendResponseAsync(Sample.Response("r1", 1))).Should().Be("updated");
        (await second.NpsCountsAsync()).Should().Be((5, 4, 11));
    }

    [Test]
    public async Task TwoServicesOnOneDatabase_SeeEachOthersFacts()
    {
        using var database = new TemporaryDatabase();
        await using CxMetricsApplication first = await StartAsync(database);
        await using CxMetricsApplication second = await StartAsync(database);

        string[] statuses = await Crowd.ActAsync(client =>
            (client % 2 == 0 ? first : second).SendResponseAsync(Sample.Response("r", 9))
        );

        statuses.Should().ContainSingle(status => status == "stored");
        (await first.NpsCountsAsync()).Should().Be((0, 0, 1));
        (await second.NpsCountsAsync()).Should().Be((0, 0, 1));
    }

    private static Task<CxMetricsApplication> StartAsync(TemporaryDatabase database) =>
        CxMetricsApplication.StartAsync(
            // Long, so that a slow machine makes the test slow and not red.
            new Dictionary<string, string?> { ["Storage:BusyTimeout"] = "00:05:00" },
            TestClock.At("2026-04-01T00:00:00Z"),
            database
        );

    /// <summary>Posts a fact; false when the service takes no more.</summary>
    private static async Task<bool> TryPostAsync(
        CxMetricsApplication app,
        string id,
        ConcurrentDictionary<string, bool> acknowledged,
        ConcurrentDictionary<string, bool> unsure
    )
    {
        try
        {
            using HttpResponseMessage answer = await app.PostAsync(
                "/v1/responses",
                Sample.Response(id, 9).ToJsonString()
            );
            if (answer.StatusCode == HttpStatusCode.Created)
            {
                acknowledged[id] = true;
                return true;
            }

            await Problem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter.Should().NotBeNull();
            return false;
        }
        catch (HttpRequestException)
        {
            unsure[id] = true;
            return false;
        }
    }
}
