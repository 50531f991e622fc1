using CxMetrics.Api.Tests.Hosting;
using CxMetrics.Faults.Tests.Databases;
using CxMetrics.Faults.Tests.Network;
using CxMetrics.Faults.Tests.Processes;
using CxMetrics.Faults.Tests.Senders;

namespace CxMetrics.Faults.Tests;

/// <summary>Senders that take their time, and senders that are gone without having said so.</summary>
/// <remarks>Most of its time it waits for the server to lose patience, so others may run beside it.</remarks>
[Parallelizable]
public sealed class SlowClientTests
{
    private const int Each = 300;

    /// <summary>An idle process takes about 100 MB.</summary>
    private const long MostMemory = 384L * 1024 * 1024;

    [Test]
    public async Task SlowAndSilentSenders_DoNotKeepOthersWaiting_AndAreSentAwayInTheEnd()
    {
        await using var database = new SqliteFaultDatabase();
        await using ServerProcess server = await ServerProcess.StartAsync(database);
        await using var probe = new LiveProbe(server.Address);
        var silent = new List<RawConnection>();
        try
        {
            var ledger = new Ledger(3_000);
            await OpenSilentAsync(server, ledger, silent);
            Task<int[]> slow = Task.WhenAll(
                ledger.Take(Each).Select(number => SendSlowlyAsync(server, ledger, number))
            );
            using var crowd = new Crowd(server.Address, ledger);

            await crowd.PostSinglesAsync();

            // Slower than the server has patience with is what 400 says; on an idle machine none is.
            (await slow)
                .Should()
                .OnlyContain(status => status == 201 || status == 400);
            await Task.WhenAll(silent.Select(connection => connection.WaitForEndAsync()))
                .WaitAsync(ServerProcess.Patience);
            await probe.AssertGreenAsync();
            (await StoredFacts.ReadAsync(server.Client)).AssertExactlyAcknowledged(ledger);
            server.PeakMemory.Should().BeLessThan(MostMemory);
            await TestContext.Out.WriteLineAsync($"Peak memory: {server.PeakMemory >> 20} MB");
        }
        finally
        {
            foreach (RawConnection connection in silent)
            {
                await connection.DisposeAsync();
            }
        }

        await server.StopAsync();
        await database.AssertCleanAsync();
    }

    // Half of them stop within the head, the others within the body; none says that it is gone.
    private static async Task OpenSilentAsync(ServerProcess server, Ledger ledger, List<RawConnection> silent)
    {
        foreach (int number in ledger.Take(Each))
        {
            RawConnection connection = await RawConnection.OpenAsync(server.Address);
            silent.Add(connection);
            string json = Fact.Json(number);
            if (number % 2 == 0)
            {
                await connection.SendAsync("POST /v1/responses HTTP/1.1\r\nHost: local");
                continue;
            }

            await connection.SendHeadAsync("application/json", $"Content-Length: {json.Length}");
            await connection.SendAsync(json[..(json.Length / 2)]);
        }
    }

    private static async Task<int> SendSlowlyAsync(ServerProcess server, Ledger ledger, int number)
    {
        string json = Fact.Json(number);
        await using RawConnection connection = await RawConnection.OpenAsync(server.Address);
        await connection.SendHeadAsync("application/json", $"Content-Length: {json.Length}\r\nConnection: close");
        foreach (char letter in json)
        {
            await connection.SendAsync(letter.ToString());
            await Task.Delay(5);
        }

        (int status, _) = (await connection.ReadAnswerAsync())!.Value;
        if (status == 201)
        {
            ledger.Acknowledge(number, isNew: true);
        }

        return status;
    }
}
