using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>Values and intervals over HTTP, against the golden numbers of metric definitions section 9 and the reference set.</summary>
public sealed class MetricValueTests
{
    private const string Year = "from=2026-01-01&to=2027-01-01";

    [Test]
    public async Task Nps_WithGoldenCounts_HasTheGoldenInterval()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        // 20 detractors, 30 passives, 50 promoters.
        await app.SendResponsesAsync([
            .. Sample.Responses("d", 20, 0, 6),
            .. Sample.Responses("p", 30, 7, 8),
            .. Sample.Responses("b", 50, 9, 10),
        ]);

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{Year}");

        report["unit"]!.GetValue<string>().Should().Be("points");
        report["definition"]!.ToJsonString().Should().Be("""{"id":"nps","version":1}""");
        report["confidence"]!.GetValue<double>().Should().Be(0.95);
        report["complete"]!.GetValue<bool>().Should().BeTrue();
        report.ContainsKey("asOf").Should().BeTrue();
        JsonNode row = report["rows"]![0]!;
        row["value"]!.GetValue<double>().Should().BeApproximately(30, 1e-9);
        row["interval"]!["lower"]!.GetValue<double>().Should().BeApproximately(14.0, 0.05);
        row["interval"]!["upper"]!.GetValue<double>().Should().BeApproximately(44.3, 0.05);
        row["interval"]!["method"]!.GetValue<string>().Should().Be("tangoScore");
        row["breakdown"]!.ToJsonString().Should().Be("""{"detractors":20,"passives":30,"promoters":50}""");
        row["flags"]!.AsArray().Should().BeEmpty();

        JsonObject adjusted = await app.GetJsonAsync($"/v1/metrics/nps?{Year}&method=adjustedWald");
        adjusted["rows"]![0]!["interval"]!["lower"]!.GetValue<double>().Should().BeApproximately(14.1, 0.05);
        adjusted["rows"]![0]!["interval"]!["upper"]!.GetValue<double>().Should().BeApproximately(44.2, 0.05);

        JsonObject wider = await app.GetJsonAsync($"/v1/metrics/nps?{Year}&confidence=0.99");
        wider["rows"]![0]!["interval"]!["lower"]!.GetValue<double>().Should().BeLessThan(14.0);
    }

    [TestCase("tangoScore", -58.7, 100)]
    [TestCase("adjustedWald", -48.5, 100)]
    [TestCase("wald", -58.7, 100)]
    public async Task Nps_OfOnePromoter_IsNeverWithoutDoubt(string method, double lower, double upper)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponseAsync(Sample.Response("1", 10));

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{Year}&method={method}");

        JsonNode row = report["rows"]![0]!;
        row["value"]!.GetValue<double>().Should().Be(100);
        row["interval"]!["lower"]!.GetValue<double>().Should().BeApproximately(lower, 0.05);
        row["interval"]!["upper"]!.GetValue<double>().Should().BeApproximately(upper, 0.05);
        row["flags"]!.AsArray().Select(flag => flag!.GetValue<string>()).Should().Equal("lowN");
    }

    [Test]
    public async Task Csat_WithReferenceCounts_AgreesWithTheReference()
    {
        // Case csat5_top2 of the reference set: counts 4, 9, 21, 88, 141.
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        int[] counts = [4, 9, 21, 88, 141];
        await app.SendResponsesAsync(
            counts.SelectMany(
                (count, index) =>
                    Enumerable.Range(0, count).Select(number => Sample.Response($"{index}-{number}", index + 1, "csat"))
            )
        );

        JsonNode share = (await app.GetJsonAsync($"/v1/metrics/csat?{Year}"))["rows"]![0]!;
        share["value"]!.GetValue<double>().Should().BeApproximately(87.0722433460076, 1e-9);
        share["interval"]!["lower"]!.GetValue<double>().Should().BeApproximately(82.47779803256355, 1e-9);
        share["interval"]!["upper"]!.GetValue<double>().Should().BeApproximately(90.59930207841714, 1e-9);
        share["breakdown"]!.ToJsonString().Should().Be("""{"satisfied":229,"notSatisfied":34}""");

        JsonNode mean = (await app.GetJsonAsync($"/v1/metrics/csat-mean?{Year}"))["rows"]![0]!;
        mean["value"]!.GetValue<double>().Should().BeApproximately(4.342205323193916, 1e-12);
        mean["interval"]!["lower"]!.GetValue<double>().Should().BeApproximately(4.224697747322533, 1e-9);
        mean["interval"]!["method"]!.GetValue<string>().Should().Be("pseudoAnswers");
        mean["breakdown"]!.ToJsonString().Should().Be("""{"1":4,"2":9,"3":21,"4":88,"5":141}""");

        JsonNode t = (await app.GetJsonAsync($"/v1/metrics/csat-mean?{Year}&method=t"))["rows"]![0]!;
        t["interval"]!["upper"]!.GetValue<double>().Should().BeApproximately(4.4491339142283, 1e-9);
    }

    [Test]
    public async Task Ces_OnBothDirections_CountsTheEasyEnd()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        JsonObject[] easyIsHigh =
        [
            .. new[] { 7, 6, 5, 4, 1 }.Select(
                (score, index) => Sample.Response($"h{index}", score, "ces", survey: "agreement")
            ),
        ];
        JsonObject[] easyIsLow =
        [
            .. new[] { 1, 2, 3, 5 }.Select(
                (score, index) =>
                    Sample.Response($"l{index}", score, "ces", survey: "effort").With("answers", LowIsGood(score))
            ),
        ];
        await app.SendResponsesAsync([.. easyIsHigh, .. easyIsLow]);

        JsonArray agree = (await app.GetJsonAsync($"/v1/metrics/ces-agree?{Year}&groupBy=survey"))["rows"]!.AsArray();
        agree[0]!["value"]!.GetValue<double>().Should().BeApproximately(60, 1e-9);
        agree[1]!["value"]!.GetValue<double>().Should().BeApproximately(50, 1e-9);
        agree[1]!["scale"]!["direction"]!.GetValue<string>().Should().Be("lowerIsBetter");

        JsonArray netEase = (await app.GetJsonAsync($"/v1/metrics/ces-net-ease?{Year}&groupBy=survey"))[
            "rows"
        ]!.AsArray();
        netEase[0]!["value"]!.GetValue<double>().Should().BeApproximately(20, 1e-9);
        netEase[0]!["breakdown"]!.ToJsonString().Should().Be("""{"easy":2,"neutral":2,"difficult":1}""");
        netEase[1]!["breakdown"]!.ToJsonString().Should().Be("""{"easy":2,"neutral":1,"difficult":1}""");

        JsonNode mean = (await app.GetJsonAsync($"/v1/metrics/ces?{Year}&survey=effort"))["rows"]![0]!;
        mean["value"]!.GetValue<double>().Should().BeApproximately(2.75, 1e-9);
    }

    [Test]
    public async Task Catalogue_ListsEveryMetricAndEachCanBeRead()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        JsonArray metrics = (await app.GetJsonAsync("/v1/metrics"))["metrics"]!.AsArray();

        metrics
            .Select(metric => metric!["key"]!.GetValue<string>())
            .Should()
            .Equal("ces", "ces-agree", "ces-net-ease", "csat", "csat-mean", "nps", "rating-mean");
        foreach (JsonNode? metric in metrics)
        {
            foreach (JsonNode? method in metric!["methods"]!.AsArray())
            {
                JsonObject report = await app.GetJsonAsync($"/v1/metrics/{metric["key"]}?{Year}&method={method}");
                report["unit"]!.GetValue<string>().Should().Be(metric["unit"]!.GetValue<string>());
                report["rows"]![0]!["value"].Should().BeNull();
            }
        }
    }

    private static JsonArray LowIsGood(int score) =>
        new(
            new JsonObject
            {
                ["metric"] = "ces",
                ["score"] = score,
                ["scale"] = new JsonObject
                {
                    ["min"] = 1,
                    ["max"] = 5,
                    ["direction"] = "lowerIsBetter",
                },
            }
        );
}
