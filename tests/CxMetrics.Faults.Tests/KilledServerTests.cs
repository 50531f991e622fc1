using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>The process dies where it stands (kill -9), again and again, on the same database.</summary>
[Parallelizable]
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class KilledServerTests(DatabaseKind kind)
{
    private const int Kills = 20;

    [Test]
    public async Task KilledUnderLoad_KeepsWhatItAcknowledged_AndNeedsNoHelpToStartAgain()
    {
        await using FaultDatabase database = await FaultDatabase.CreateAsync(kind);
        var ledger = new Ledger();
        var random = new Random(4);
        ServerProcess server = await StartAsync(database);
        try
        {
            for (int kill = 0; kill < Kills; kill++)
            {
                await KillUnderLoadAsync(server, ledger, streams: kill % 2 == 1, random.Next(50, 1_000));
                await server.DisposeAsync();

                server = await StartAsync(database);

                (await StoredFacts.ReadAsync(server.Client)).AssertKept(ledger);
                await database.AssertCleanAsync();
            }

            await SendTheRestAsync(server, ledger);

            (await StoredFacts.ReadAsync(server.Client)).AssertComplete(ledger);
            await server.StopAsync();
            await database.AssertCleanAsync();
        }
        finally
        {
            await server.DisposeAsync();
        }
    }

    // Small chunks, so that a stream has some of its transactions behind it and some before it.
    private static Task<ServerProcess> StartAsync(FaultDatabase database) =>
        ServerProcess.StartAsync(database, ("Ingestion:BulkChunkFacts", "60"));

    private static async Task KillUnderLoadAsync(ServerProcess server, Ledger ledger, bool streams, int further)
    {
        int target = ledger.Acknowledged + further;
        using var crowd = new Crowd(server.Address, ledger);
        Task load = streams ? crowd.PostStreamsAsync() : crowd.PostSinglesAsync();
        await server.WaitUntilAsync(
            () => ledger.Acknowledged >= target || load.IsCompleted,
            $"{further} further acknowledgements"
        );

        await server.KillAsync();

        await load;
        ledger.Acknowledged.Should().BeGreaterThanOrEqualTo(target, "the senders should have been busy");
    }

    private static async Task SendTheRestAsync(ServerProcess server, Ledger ledger)
    {
        ledger.EndWithThese();
        using var crowd = new Crowd(server.Address, ledger);
        await crowd.PostSinglesAsync();
    }
}
