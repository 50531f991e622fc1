using System.Net;
using System.Net.Http.Json;
using CxMetrics.Api.Tests.Commands;
using CxMetrics.Faults.Tests.Disks;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>The file of the database cannot be written for a while.</summary>
public sealed class DiskTroubleTests
{
    private const int Some = 300;

    [TestCase(DiskTroubleKind.Full)]
    [TestCase(DiskTroubleKind.SizeLimit)]
    [TestCase(DiskTroubleKind.ReadOnly)]
    public async Task DuringIngestion_SendersAreTurnedAway_AndAllIsWellOnceItIsOver(DiskTroubleKind kind)
    {
        await using DiskTrouble trouble = await DiskTrouble.PrepareAsync(kind);
        await using ServerProcess server = await ServerProcess.StartAsync(
            trouble.Database,
            ("Ingestion:BulkChunkFacts", "60")
        );
        var ledger = new Ledger();
        using var singles = new Crowd(server.Address, ledger);
        using var streams = new Crowd(server.Address, ledger);
        Task load = Task.WhenAll(singles.PostSinglesAsync(), streams.PostStreamsAsync());
        await server.WaitUntilAsync(() => load.IsFaulted || ledger.Acknowledged >= Some, "some acknowledgements");

        await trouble.BeginAsync(server);

        await server.WaitUntilAsync(
            () => load.IsFaulted || (singles.TurnedAway >= Some && streams.TurnedAway >= 2),
            "senders that are turned away"
        );
        await AssertReadableAsync(server);
        await trouble.EndAsync();
        int target = ledger.Acknowledged + Some;
        await server.WaitUntilAsync(() => load.IsFaulted || ledger.Acknowledged >= target, "acknowledgements again");
        ledger.EndWithThese();
        await load;
        (await StoredFacts.ReadAsync(server.Client)).AssertComplete(ledger);
        await server.StopAsync();
        await trouble.Database.AssertCleanAsync();
    }

    [TestCase(DiskTroubleKind.Full)]
    [TestCase(DiskTroubleKind.ReadOnly)]
    public async Task StoppedAndStartedMeanwhile_EndsInOrder_AndServesWhatNeedsNoWriting(DiskTroubleKind kind)
    {
        await using DiskTrouble trouble = await DiskTrouble.PrepareAsync(kind);
        var ledger = new Ledger(Some);
        await using (ServerProcess server = await ServerProcess.StartAsync(trouble.Database))
        {
            using var crowd = new Crowd(server.Address, ledger);
            await crowd.PostSinglesAsync();
            await trouble.BeginAsync(server);

            await server.StopAsync();
        }

        await using ServerProcess again = await ServerProcess.StartAsync(trouble.Database);
        // Tidying up may have made room.
        await trouble.BeginAsync(again);
        await AssertReadableAsync(again);
        (await StoredFacts.ReadAsync(again.Client)).AssertComplete(ledger);
        using var late = new Crowd(again.Address, new Ledger(Some));
        await trouble.EndAsync();
        await late.PostSinglesAsync();
        late.Stored.Should().Be(0, "all of it was acknowledged before");
        (await StoredFacts.ReadAsync(again.Client)).AssertComplete(ledger);
        await again.StopAsync();
        await trouble.Database.AssertCleanAsync();
    }

    [Test]
    public async Task ErasureAndDeclaration_AreTurnedAway_AndDoneOnceItIsOver()
    {
        var response = new Uri($"/v1/responses/api/{Fact.Id(0)}", UriKind.Relative);
        var survey = new Uri("/v1/surveys/declared", UriKind.Relative);
        await using DiskTrouble trouble = await DiskTrouble.PrepareAsync(DiskTroubleKind.ReadOnly);
        await using ServerProcess server = await ServerProcess.StartAsync(trouble.Database);
        using var crowd = new Crowd(server.Address, new Ledger(1));
        await crowd.PostSinglesAsync();

        await trouble.BeginAsync(server);

        using HttpResponseMessage erasure = await server.Client.DeleteAsync(response);
        using HttpResponseMessage declaration = await DeclareAsync();
        erasure.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        erasure.Headers.RetryAfter.Should().NotBeNull();
        declaration.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable);
        declaration.Headers.RetryAfter.Should().NotBeNull();
        await trouble.EndAsync();
        using HttpResponseMessage erased = await server.Client.DeleteAsync(response);
        using HttpResponseMessage declared = await DeclareAsync();
        erased.StatusCode.Should().Be(HttpStatusCode.NoContent);
        declared.StatusCode.Should().Be(HttpStatusCode.Created, "nothing of it was stored before");
        await server.StopAsync();
        await trouble.Database.AssertCleanAsync();

        Task<HttpResponseMessage> DeclareAsync() =>
            server.Client.PutAsJsonAsync(survey, new { kind = "relationship", title = "Declared" });
    }

    [Test]
    public async Task StartThatHasToWrite_SaysWhyItCannot()
    {
        await using DiskTrouble trouble = await DiskTrouble.PrepareAsync(DiskTroubleKind.ReadOnly);
        await using (ServerProcess server = await ServerProcess.StartAsync(trouble.Database))
        {
            await trouble.BeginAsync(server);
            await server.KillAsync();
        }

        // Another zone on a database without facts: the start notes whose days it will count.
        CommandResult start = await CommandProcess.RunAsync(
            trouble.Database.Folder,
            ["serve", "--urls", "http://127.0.0.1:0"],
            new Dictionary<string, string>(trouble.Database.Settings) { ["Reporting:TimeZone"] = "Europe/Berlin" }
        );

        start.ExitCode.Should().Be(1, "{0}", start);
        start.Errors.Should().Be($"The database is read-only. ({trouble.Database.File})");
    }

    private static async Task AssertReadableAsync(ServerProcess server)
    {
        foreach (string path in new[] { "/health/live", "/health/ready", "/v1/responses?limit=1", "/v1/metrics/nps" })
        {
            using HttpResponseMessage answer = await server.Client.GetAsync(new Uri(path, UriKind.Relative));
            answer.StatusCode.Should().Be(HttpStatusCode.OK, "{0} needs no writing", path);
        }
    }
}
