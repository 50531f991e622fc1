using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>Several processes write to one database and are all sent the same facts, each in another order.</summary>
public sealed class SeveralProcessesTests
{
    private const int Facts = 2_000;

    [TestCase(DatabaseKind.Sqlite, 2, false)]
    [TestCase(DatabaseKind.Sqlite, 2, true)]
    [TestCase(DatabaseKind.SqlServer, 2, false)]
    [TestCase(DatabaseKind.SqlServer, 3, true)]
    [TestCase(DatabaseKind.SqlServer, 4, false)]
    public async Task SameFactsToAll_EachIsStoredOnce(DatabaseKind kind, int processes, bool streams)
    {
        await using FaultDatabase database = await FaultDatabase.CreateAsync(kind);
        Ledger[] ledgers = [.. Enumerable.Range(1, processes).Select(seed => new Ledger(Facts, seed))];
        ServerProcess[] servers = await StartAsync(database, processes);
        Crowd[] crowds = [.. servers.Zip(ledgers, (server, ledger) => new Crowd(server.Address, ledger))];
        try
        {
            await Task.WhenAll(
                crowds.Select(
                    (crowd, index) => streams && index > 0 ? crowd.PostStreamsAsync() : crowd.PostSinglesAsync()
                )
            );

            crowds.Sum(crowd => crowd.Stored).Should().Be(Facts, "each fact is new once, whoever takes it");
            for (int process = 0; process < processes; process++)
            {
                (await StoredFacts.ReadAsync(servers[process].Client)).AssertComplete(ledgers[process]);
            }

            await database.AssertCleanAsync();
            await Task.WhenAll(servers.Select(server => server.StopAsync()));
            await database.AssertCleanAsync();
        }
        finally
        {
            Array.ForEach(crowds, crowd => crowd.Dispose());
            await Task.WhenAll(servers.Select(server => server.DisposeAsync().AsTask()));
        }
    }

    // At the same moment, on an empty database: which of them makes the schema is theirs to settle.
    private static async Task<ServerProcess[]> StartAsync(FaultDatabase database, int processes)
    {
        Task<ServerProcess>[] starts =
        [
            .. Enumerable
                .Range(0, processes)
                .Select(_ => ServerProcess.StartAsync(database, ("Ingestion:BulkChunkFacts", "60"))),
        ];
        try
        {
            return await Task.WhenAll(starts);
        }
        catch
        {
            foreach (Task<ServerProcess> start in starts.Where(start => start.IsCompletedSuccessfully))
            {
                await (await start).DisposeAsync();
            }

            throw;
        }
    }
}
