using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Commands;
using CxMetrics.Api.Tests.Hosting;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>A service manager asks the process to end (SIGTERM) while facts wait for their commit and a stream is half sent.</summary>
public sealed class TerminatedServerTests
{
    private const int Capacity = 32;
    private const int Chunk = 10;

    // Long, so that the rest may take its time: the server minds how much of a body comes a second.
    private const int Lines = 4_000;

    [Test]
    public async Task ToldToEnd_AnswersWhatItHasBegun_AndEndsWithZero()
    {
        await using var database = new SqliteFaultDatabase();
        await using ServerProcess server = await ServerProcess.StartAsync(
            database,
            ("Storage:QueueCapacity", Capacity.ToString(CultureInfo.InvariantCulture)),
            ("Storage:BusyTimeout", "01:00:00"),
            ("Ingestion:BulkChunkFacts", Chunk.ToString(CultureInfo.InvariantCulture))
        );
        var ledger = new Ledger();
        int[] streamed = ledger.Take(Lines);
        await using RawConnection stream = await BeginStreamAsync(server, streamed[..(Lines / 2)]);
        using var crowd = new Crowd(server.Address, ledger);
        Task load;
        await using (await database.TakeWriteLockAsync())
        {
            load = crowd.PostSinglesAsync();
            await WaitForFullQueueAsync(server);

            await server.TerminateAsync();

            await WaitForClosedDoorAsync(server);
            server.HasExited.Should().BeFalse("there are facts to answer for");
        }

        await stream.SendAsync(Fact.Lines(streamed[(Lines / 2)..]));
        (int status, JsonObject report) = (await stream.ReadAnswerAsync())!.Value;
        await load;
        CommandResult end = await server.WaitForExitAsync();
        end.ExitCode.Should().Be(0, "{0}", end);
        status.Should().Be(200, "{0}", report.ToJsonString());
        report["stored"]!.GetValue<int>().Should().Be(Lines, "{0}", report.ToJsonString());
        Array.ForEach(streamed, number => ledger.Acknowledge(number));
        // A chunk of the stream may be one of those in the queue.
        ledger.Acknowledged.Should().BeGreaterThanOrEqualTo(Lines + Capacity - Chunk, "who waits is answered");
        Directory.GetFiles(database.Folder).Should().Equal([database.File], "the file alone is the database");
        await AssertExactlyAcknowledgedAsync(database, ledger);
    }

    private static async Task<RawConnection> BeginStreamAsync(ServerProcess server, int[] numbers)
    {
        RawConnection stream = await RawConnection.OpenAsync(server.Address);
        int length = Enumerable.Range(0, Lines).Sum(number => Fact.Json(number).Length + 1);
        await stream.SendHeadAsync("application/x-ndjson", $"Content-Length: {length}\r\nConnection: close");
        await stream.SendAsync(Fact.Lines(numbers));
        // Once a part of it is stored, it waits for room like any stream that has begun.
        await WaitAsync(async () =>
        {
            string page = await server.Client.GetStringAsync(new Uri("/v1/responses?limit=1", UriKind.Relative));
            return page.Contains("\"id\"", StringComparison.Ordinal);
        });
        return stream;
    }

    private static Task WaitForFullQueueAsync(ServerProcess server) =>
        WaitAsync(async () =>
        {
            using HttpResponseMessage ready = await server.Client.GetAsync(new Uri("/health/ready", UriKind.Relative));
            return ready.StatusCode == HttpStatusCode.ServiceUnavailable;
        });

    private static Task WaitForClosedDoorAsync(ServerProcess server) =>
        WaitAsync(async () =>
        {
            using var visitor = new Socket(SocketType.Stream, ProtocolType.Tcp);
            try
            {
                await visitor.ConnectAsync(server.Address.Host, server.Address.Port);
                return false;
            }
            catch (SocketException)
            {
                return true;
            }
        });

    private static async Task WaitAsync(Func<Task<bool>> condition)
    {
        using var patience = new CancellationTokenSource(ServerProcess.Patience);
        while (!await condition())
        {
            await Task.Delay(10, patience.Token);
        }
    }

    private static async Task AssertExactlyAcknowledgedAsync(SqliteFaultDatabase database, Ledger ledger)
    {
        await database.AssertCleanAsync();
        await using ServerProcess again = await ServerProcess.StartAsync(database);
        (await StoredFacts.ReadAsync(again.Client)).AssertExactlyAcknowledged(ledger);
    }
}
