using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>What is left out of a score, and under which reason.</summary>
public sealed class ExclusionTests
{
    [Test]
    public async Task Excluded_EveryReason_IsCountedUnderTheFirstThatHolds()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            By("original", 9),
            By("repeat", 9),
            By("test", 9).With("test", true),
            By("erased", 5),
            By("erasedTest", 5).With("test", true),
            By("earlier", 9, "2026-03-01T12:00:00Z"),
        ]);
        foreach (string id in new[] { "erased", "erasedTest" })
        {
            (await app.EraseAsync(id)).Should().Be(204);
        }

        (await ExcludedAsync(app, "answer"))
            .Should()
            .Be("""{"erased":2,"test":1,"suspectedDuplicate":1,"earlierAnswer":0} of 2""");
        (await ExcludedAsync(app, "account"))
            .Should()
            .Be("""{"erased":2,"test":1,"suspectedDuplicate":1,"earlierAnswer":0} of 2""");
        (await ExcludedAsync(app, "respondent"))
            .Should()
            .Be("""{"erased":2,"test":1,"suspectedDuplicate":1,"earlierAnswer":1} of 1""");
    }

    [Test]
    public async Task Test_MadeRealAndBack_MovesBetweenScoreAndExcluded()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        foreach (bool test in new[] { true, false, true })
        {
            await app.SendResponseAsync(By("1", 9).With("test", test));

            (await ExcludedAsync(app, "answer"))
                .Should()
                .Be(
                    $$"""{"erased":0,"test":{{(test ? 1 : 0)}},"suspectedDuplicate":0,"earlierAnswer":0} of {{(test ? 0 : 1)}}"""
                );
            JsonObject listed = await app.GetJsonAsync($"/v1/responses?test={(test ? "true" : "false")}");
            listed["responses"]!.AsArray().Should().ContainSingle();
            JsonObject others = await app.GetJsonAsync($"/v1/responses?test={(test ? "false" : "true")}");
            others["responses"]!.AsArray().Should().BeEmpty();
        }
    }

    private static JsonObject By(string id, int score, string respondedAt = "2026-03-10T12:00:00Z") =>
        Sample.Response(id, score, respondedAt: respondedAt).With("customerId", "one");

    private static async Task<string> ExcludedAsync(CxMetricsApplication app, string unit)
    {
        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?from=2026-03-01&to=2026-04-01&unit={unit}");
        return $"{report["excluded"]!.ToJsonString()} of {report["rows"]![0]!["n"]}";
    }
}
