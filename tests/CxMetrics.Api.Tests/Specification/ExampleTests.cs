using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Specification;

/// <summary>The examples of the description are real: each request is sent and each answer is what comes back.</summary>
[Category("Specification")]
public sealed class ExampleTests
{
    private const string UpdateVariable = "CXMETRICS_UPDATE_SPEC";
    private const string Clock = "2026-03-02T09:00:00Z";

    // In this order: the answers further down show what was stored further up.
    private static readonly (string Operation, int Status, string Method, string Path)[] Calls =
    [
        ("IngestResponses", 201, "POST", "/v1/responses"),
        ("GetResponse", 200, "GET", "/v1/responses/survey-tool/r-1001"),
        ("ListResponses", 200, "GET", "/v1/responses?survey=post-purchase"),
        ("GetMetric", 200, "GET", "/v1/metrics/nps?from=2026-03-01&to=2026-04-01&period=month&groupBy=channel"),
        ("ListMetrics", 200, "GET", "/v1/metrics"),
        ("DeclareSurvey", 200, "PUT", "/v1/surveys/post-purchase"),
        ("GetSurvey", 200, "GET", "/v1/surveys/post-purchase"),
        ("ListSurveys", 200, "GET", "/v1/surveys"),
        ("CalculateNps", 200, "POST", "/v1/calculations/nps"),
        ("CalculateCsat", 200, "POST", "/v1/calculations/csat"),
        ("CalculateCes", 200, "POST", "/v1/calculations/ces"),
        ("CalculateProportion", 200, "POST", "/v1/calculations/proportion"),
        ("CalculateMean", 200, "POST", "/v1/calculations/mean"),
        ("CalculateQuantile", 200, "POST", "/v1/calculations/quantile"),
        ("CalculateNpsDifference", 200, "POST", "/v1/calculations/difference/nps"),
        ("CalculateProportionDifference", 200, "POST", "/v1/calculations/difference/proportion"),
        ("CalculateMeanDifference", 200, "POST", "/v1/calculations/difference/mean"),
        ("CalculateSurvivalDifference", 200, "POST", "/v1/calculations/difference/survival"),
        ("CalculateSurvival", 200, "POST", "/v1/calculations/survival"),
        ("CalculateRevenueRetention", 200, "POST", "/v1/calculations/revenue-retention"),
        ("CalculateContractualClv", 200, "POST", "/v1/calculations/clv/contractual"),
        ("CalculateBgNbdClv", 200, "POST", "/v1/calculations/clv/bg-nbd"),
        ("CalculateTrend", 200, "POST", "/v1/calculations/trend"),
        ("CalculateControlChart", 200, "POST", "/v1/calculations/control-chart"),
        ("CalculateDrivers", 200, "POST", "/v1/calculations/drivers"),
        ("CalculateSampleSize", 200, "POST", "/v1/calculations/sample-size"),
        ("AdjustPValues", 200, "POST", "/v1/calculations/adjust-p-values"),
        ("GetLiveness", 200, "GET", "/health/live"),
        ("GetReadiness", 200, "GET", "/health/ready"),
        ("GetMetric", 400, "GET", "/v1/metrics/nps?from=2026-03-01&to=2026-02-01"),
        ("EraseResponse", 204, "DELETE", "/v1/responses/survey-tool/r-1001"),
        ("GetResponse", 410, "GET", "/v1/responses/survey-tool/r-1001"),
        ("GetMetric", 404, "GET", "/v1/metrics/happiness"),
    ];

    [Test]
    public async Task Examples_WhenSent_GiveTheExampleAnswers()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: TestClock.At(Clock));
        foreach ((string operation, int status, string method, string path) in Calls)
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), path);
            if (method is "POST" or "PUT")
            {
                string body = await File.ReadAllTextAsync(FileOf($"{operation}.request"));
                request.Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            }

            using HttpResponseMessage answer = await app.Client.SendAsync(request);

            string text = await answer.Content.ReadAsStringAsync();
            ((int)answer.StatusCode).Should().Be(status, "{0} answered {1}", operation, text);
            if (text.Length > 0)
            {
                await CompareAsync($"{operation}.{status}", JsonNode.Parse(text)!);
            }
        }
    }

    [Test]
    public async Task BadExample_WhenSent_GivesItsProblem()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(clock: TestClock.At(Clock));
        const string Body =
            """{"id":"r-1002","survey":"post-purchase","respondedAt":"2026-03-01T10:15:30","answers":[{"metric":"nps","score":11}]}""";

        using HttpResponseMessage answer = await app.PostAsync("/v1/responses", Body);

        await CompareAsync("IngestResponses.400", JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }

    private static async Task CompareAsync(string name, JsonNode answer)
    {
        if (answer is JsonObject body && body.ContainsKey("traceId"))
        {
            // Differs in every answer.
            body["traceId"] = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-00";
        }

        if (Environment.GetEnvironmentVariable(UpdateVariable) is not null)
        {
            await File.WriteAllTextAsync(FileOf(name), answer.ToJsonString(JsonNumbers.Indented) + "\n");
        }

        JsonNode committed = JsonNode.Parse(await File.ReadAllTextAsync(FileOf(name)))!;
        JsonNumbers
            .Rounded(committed)
            .Should()
            .Be(JsonNumbers.Rounded(answer), "{0}: run eng/update-spec.sh and commit the result", name);
    }

    private static string FileOf(string name) => Repository.PathOf("api-spec", "examples", name + ".json");
}
