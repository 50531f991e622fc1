using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Responses;

public sealed class SuspectedDuplicateTests
{
    [Test]
    public async Task Send_SameUnderTwoIds_IsStoredListedAndCountedOnce()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        (await app.SendResponseAsync(By("1", "2026-03-10T12:00:00Z"))).Should().Be("stored");
        (await app.SendResponseAsync(By("2", "2026-03-10T12:00:05Z"))).Should().Be("stored");

        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-03-01&to=2026-04-01");
        report["rows"]![0]!["n"]!.GetValue<int>().Should().Be(1);
        report["excluded"]!["suspectedDuplicate"]!.GetValue<int>().Should().Be(1);
        (await app.GetJsonAsync("/v1/responses/api/1"))["suspectedDuplicate"]!.GetValue<bool>().Should().BeFalse();
        (await app.GetJsonAsync("/v1/responses/api/2"))["suspectedDuplicate"]!.GetValue<bool>().Should().BeTrue();
        JsonArray listed = (await app.GetJsonAsync("/v1/responses?suspectedDuplicate=true"))["responses"]!.AsArray();
        listed.Select(response => response!["id"]!.GetValue<string>()).Should().Equal("2");
        string csv = await app.GetTextAsync("/v1/responses?suspectedDuplicate=true", "text/csv");
        csv.Split("\r\n")[0].Should().EndWith(",recordedAt,suspectedDuplicate,erased");
        csv.Split("\r\n")[1].Should().EndWith(",true,false");
    }

    [Test]
    public async Task Send_SameInOneStream_IsDecidedWithinTheTransaction()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        JsonObject sent = await app.SendResponsesAsync(
            Enumerable.Range(0, 20).Select(number => By($"{number}", $"2026-03-10T12:00:{number * 3:00}Z"))
        );

        sent["stored"]!.GetValue<int>().Should().Be(20);
        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-03-01&to=2026-04-01");
        report["rows"]![0]!["n"]!.GetValue<int>().Should().Be(1);
        report["excluded"]!["suspectedDuplicate"]!.GetValue<int>().Should().Be(19);
    }

    private static JsonObject By(string id, string respondedAt) =>
        Sample.Response(id, 10, respondedAt: respondedAt).With("customerId", "c-1").With("comment", "Good");
}
