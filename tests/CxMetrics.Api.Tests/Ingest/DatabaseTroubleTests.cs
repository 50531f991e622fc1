using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Ingest;

/// <summary>Another process holds the database for longer than we wait.</summary>
public sealed class DatabaseTroubleTests
{
    [TestCase(Bodies.Json)]
    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task LockHeldTooLong_IsUnavailable_StoresNothing_AndIsOvercome(string type)
    {
        using var database = new TemporaryDatabase();
        await using CxMetricsApplication app = await StartAsync(database);
        await app.SendResponseAsync(Sample.Response(Kept.Id, 10));
        JsonObject[] responses = [.. Sample.Responses("r", 3, 9)];
        string body = type switch
        {
            Bodies.Json => Bodies.Array(responses),
            Bodies.Ndjson => Bodies.Lines(responses),
            _ => Bodies.NpsCsv(responses),
        };

        await using (await WriteLock.TakeAsync(database))
        {
            using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body, type);

            JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
            problem["type"]!.GetValue<string>().Should().Be("urn:cxmetrics:problem:unavailable");
            answer.Headers.RetryAfter!.Delta.Should().BePositive();
            await app.AssertKeptAsync();
        }

        using HttpResponseMessage again = await app.PostAsync("/v1/responses", body, type);

        JsonObject report = await CxMetricsApplication.ReadJsonAsync(again, HttpStatusCode.OK);
        report.Counts().Should().Be("3 3 0 0 0");
        await app.AssertKeptAsync("r0", "r1", "r2");
    }

    [Test]
    public async Task LockHeldTooLong_ForASingle_IsUnavailable_StoresNothing_AndIsOvercome()
    {
        using var database = new TemporaryDatabase();
        await using CxMetricsApplication app = await StartAsync(database);
        await app.SendResponseAsync(Sample.Response(Kept.Id, 10));
        string body = Sample.Response(Kept.Id, 1).ToJsonString();

        await using (await WriteLock.TakeAsync(database))
        {
            using HttpResponseMessage answer = await app.PostAsync("/v1/responses", body);

            await Problem.ReadAsync(answer, HttpStatusCode.ServiceUnavailable);
            await app.AssertKeptAsync();
        }

        (await app.SendResponseAsync(Sample.Response(Kept.Id, 1))).Should().Be("updated");
        (await app.NpsCountsAsync()).Should().Be((1, 0, 0));
    }

    [TestCase(Bodies.Ndjson)]
    [TestCase(Bodies.Csv)]
    public async Task LockTakenInTheMiddleOfAStream_SaysWhatWasCommitted(string type)
    {
        using var database = new TemporaryDatabase();
        await using CxMetricsApplication app = await StartAsync(database);
        await app.SendResponseAsync(Sample.Response(Kept.Id, 10));
        JsonObject[] responses = [.. Sample.Responses("r", 20, 9)];
        string body = type == Bodies.Csv ? Bodies.NpsCsv(responses) : Bodies.Lines(responses);
        int half = body.Length / 2;
        await using RawConnection connection = await RawConnection.OpenAsync(app);
        await connection.SendHeadAsync(type, $"Content-Length: {body.Length}\r\nConnection: close");
        await connection.SendAsync(body[..half]);
        await app.WaitForAsync(5);
        IReadOnlyList<string> before;
        await using (await WriteLock.TakeAsync(database))
        {
            before = await app.IdsAsync();
            await connection.SendAsync(body[half..]);

            (int status, JsonObject problem) = (await connection.ReadAnswerAsync())!.Value;

            status.Should().Be(503);
            problem["report"]!["stored"]!.GetValue<int>().Should().Be(before.Count - 1);
            (await app.IdsAsync()).Should().Equal(before);
        }

        using HttpResponseMessage again = await app.PostAsync("/v1/responses", body, type);
        JsonObject report = await CxMetricsApplication.ReadJsonAsync(again, HttpStatusCode.OK);
        report.Counts().Should().Be($"20 {21 - before.Count} 0 {before.Count - 1} 0");
        (await app.NpsCountsAsync()).Should().Be((0, 0, 21));
    }

    private static Task<CxMetricsApplication> StartAsync(TemporaryDatabase database) =>
        CxMetricsApplication.StartAsync(
            new Dictionary<string, string?>
            {
                ["Storage:BusyTimeout"] = "00:00:00.050",
                ["Ingestion:BulkChunkFacts"] = "2",
            },
            TestClock.At("2026-04-01T00:00:00Z"),
            database
        );
}
