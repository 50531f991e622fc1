using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Network;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>The connection breaks after the commit and before the answer, so the sender cannot know and sends again.</summary>
[TestFixture(DatabaseKind.Sqlite)]
[TestFixture(DatabaseKind.SqlServer)]
public sealed class LostAnswerTests(DatabaseKind kind)
{
    [TestCase(false)]
    [TestCase(true)]
    public async Task AnswersLostOnTheWay_SendingAgainCountsOnce(bool streams)
    {
        await using FaultDatabase database = await FaultDatabase.CreateAsync(kind);
        await using ServerProcess server = await ServerProcess.StartAsync(database, ("Ingestion:BulkChunkFacts", "60"));
        await using var proxy = new TcpProxy(server.Address.Host, server.Address.Port);
        var ledger = new Ledger(streams ? 20_000 : 3_000);
        using var crowd = new Crowd(new Uri($"http://127.0.0.1:{proxy.Port}"), ledger) { Perseveres = true };
        proxy.DropEvery(streams ? 4 : 10);

        await (streams ? crowd.PostStreamsAsync() : crowd.PostSinglesAsync());

        proxy.AnswersDropped.Should().BePositive();
        crowd.Stored.Should().BeLessThan(ledger.Sent, "some of the answers that were lost said that facts are new");
        (await StoredFacts.ReadAsync(server.Client)).AssertComplete(ledger);
        await database.AssertCleanAsync();
    }
}
