using System.Globalization;
using System.Net;
using CxMetrics.Api.Tests.Commands;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Network;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>Ten thousand senders at once, while the database does not take anything.</summary>
public sealed class CrowdedServerTests
{
    private const int Posts = 10_000;
    private const int Capacity = 4_000;
    private const int GroupFacts = 500;

    /// <summary>An idle process takes about 100 MB; this leaves 40 KB for each of the senders.</summary>
    private const long MostMemory = 512L * 1024 * 1024;

    [Test]
    public async Task TenThousandPosts_AreAnsweredOrTurnedAway_InBoundedMemory()
    {
        await SkipWithoutSocketsAsync();
        await using var database = new SqliteFaultDatabase();
        await using ServerProcess server = await StartAsync(database);
        await using var probe = new LiveProbe(server.Address);
        var ledger = new Ledger(Posts);
        var posts = new List<WaitingPost>();
        int turnedAway = 0;
        try
        {
            List<Task> answers;
            await using (await database.TakeWriteLockAsync())
            {
                await SendAllAsync(server, ledger, posts);
                answers = posts.ConvertAll(post =>
                    SettleAsync(post, ledger, () => Interlocked.Increment(ref turnedAway))
                );
                await server.WaitUntilAsync(
                    () => turnedAway >= Posts - Capacity - GroupFacts,
                    "those who find the queue full are turned away at once"
                );
                await AssertNotReadyAsync(server);
                ledger.Acknowledged.Should().Be(0, "nothing can be committed");
            }

            await Task.WhenAll(answers);
        }
        finally
        {
            posts.ForEach(post => post.Dispose());
        }

        await probe.AssertGreenAsync();
        (ledger.Acknowledged + turnedAway).Should().Be(Posts);
        ledger.Acknowledged.Should().BeGreaterThanOrEqualTo(Capacity, "the queue holds so many");
        (await StoredFacts.ReadAsync(server.Client)).AssertExactlyAcknowledged(ledger);
        server.PeakMemory.Should().BeLessThan(MostMemory);
        await TestContext.Out.WriteLineAsync($"Peak memory: {server.PeakMemory >> 20} MB");
        await server.StopAsync();
        await database.AssertCleanAsync();
    }

    private static Task<ServerProcess> StartAsync(SqliteFaultDatabase database) =>
        ServerProcess.StartAsync(
            database,
            ("Storage:QueueCapacity", Capacity.ToString(CultureInfo.InvariantCulture)),
            ("Storage:MaxGroupFacts", GroupFacts.ToString(CultureInfo.InvariantCulture)),
            ("Storage:BusyTimeout", "01:00:00")
        );

    // In turns: more at once than the system lets wait for a connection would be a test of the system.
    private static async Task SendAllAsync(ServerProcess server, Ledger ledger, List<WaitingPost> posts)
    {
        while (ledger.Take(100) is { Length: > 0 } numbers)
        {
            posts.AddRange(
                await Task.WhenAll(
                    numbers.Select(number => WaitingPost.SendAsync(server.Address, number, Fact.Json(number)))
                )
            );
        }
    }

    private static async Task SettleAsync(WaitingPost post, Ledger ledger, Action turnAway)
    {
        (int status, string text) = await post.ReadAsync();
        if (status == 503)
        {
            text.Should().Contain("Retry-After: ");
            turnAway();
            return;
        }

        status.Should().Be(201, "{0}", text);
        ledger.Acknowledge(post.Number, isNew: true);
    }

    private static async Task AssertNotReadyAsync(ServerProcess server)
    {
        using HttpResponseMessage ready = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
        ready.StatusCode.Should().Be(HttpStatusCode.ServiceUnavailable, "the queue is full");
        ready.Headers.RetryAfter!.Delta.Should().BePositive();
    }

    private static async Task SkipWithoutSocketsAsync()
    {
        CommandResult limit = await CommandProcess.RunInShellAsync(Path.GetTempPath(), "ulimit -Hn");
        if (int.TryParse(limit.Output, CultureInfo.InvariantCulture, out int files) && files < Posts + 1_000)
        {
            Assert.Ignore(
                $"A process may have {files} files and sockets here (ulimit -n), too few for {Posts} senders."
            );
        }
    }
}
