using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>What the declared kinds and thresholds of surveys do to reads.</summary>
public sealed class SurveyKindTests
{
    private const string March = "from=2026-03-01&to=2026-04-01";

    [Test]
    public async Task Unit_OfRelationshipSurveysOnly_IsTheRespondent()
    {
        await using CxMetricsApplication app = await StartAsync();
        (await ReadAsync(app, "")).Should().Be("answer 4");

        await app.DeclareAsync("relationship", """{"kind":"relationship"}""");

        (await ReadAsync(app, "")).Should().Be("answer 4");
        (await ReadAsync(app, "&survey=relationship")).Should().Be("respondent 1");
        (await ReadAsync(app, "&survey=relationship&unit=answer")).Should().Be("answer 2");
        (await ReadAsync(app, "&survey=visit")).Should().Be("answer 2");
    }

    [Test]
    public async Task Unit_OfBothKindsPooled_IsRefusedUntilItIsNamed()
    {
        await using CxMetricsApplication app = await StartAsync();
        await app.DeclareAsync("relationship", """{"kind":"relationship"}""");
        await app.DeclareAsync("visit", """{"kind":"transactional"}""");

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri($"/v1/metrics/nps?{March}", UriKind.Relative)
        );

        JsonObject problem = await Problem.ReadAsync(
            answer,
            HttpStatusCode.UnprocessableEntity,
            "groupBy",
            "mixedKind"
        );
        problem["type"]!.GetValue<string>().Should().Be("urn:cxmetrics:problem:mixed-kind");
        problem["detail"]!
            .GetValue<string>()
            .Should()
            .ContainAll("'relationship'", "'visit'", "filter by survey", "groupBy", "name a unit");
        (await ReadAsync(app, "&unit=respondent")).Should().Be("respondent 1");
        (await ReadAsync(app, "&unit=answer")).Should().Be("answer 4");
        (await ReadAsync(app, "&survey=visit")).Should().Be("answer 2");

        JsonObject grouped = await app.GetJsonAsync($"/v1/metrics/nps?{March}&groupBy=survey");
        grouped["unitOfAnalysis"].Should().BeNull();
        grouped["rows"]!
            .AsArray()
            .Select(row => $"{row!["group"]!["survey"]} {row["unitOfAnalysis"]} {row["n"]}")
            .Should()
            .Equal("relationship respondent 1", "visit answer 2");
    }

    [Test]
    public async Task Thresholds_OfPooledQuestions_HoldForTheirOwn()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Csat("1", "speed", 3),
            Csat("2", "speed", 2),
            Csat("3", "price", 3),
            Csat("4", "price", 4),
        ]);
        (await SatisfiedAsync(app, "")).Should().Be("1 of 4");

        await app.DeclareAsync("relationship", """{"questions":[{"name":"speed","satisfiedFrom":3}]}""");

        (await SatisfiedAsync(app, "")).Should().Be("2 of 4");
        (await SatisfiedAsync(app, "&unit=account")).Should().Be("2 of 4");
        (await SatisfiedAsync(app, "&question=price")).Should().Be("1 of 2");
        JsonObject grouped = await app.GetJsonAsync($"/v1/metrics/csat?{March}&groupBy=question");
        grouped["rows"]!.AsArray().Select(row => row!["value"]!.GetValue<double>()).Should().Equal(50, 50);
        await app.DeclareAsync("relationship", "{}");
        (await SatisfiedAsync(app, "")).Should().Be("1 of 4");
    }

    [Test]
    public async Task Thresholds_OfEffort_MoveAgreementAndNetEase()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync(Enumerable.Range(1, 7).Select(score => Sample.Response($"{score}", score, "ces")));

        await app.DeclareAsync(
            "relationship",
            """{"questions":[{"name":"ces","agreeFrom":4,"easyFrom":5,"difficultFrom":2}]}"""
        );

        (await BreakdownAsync(app, "ces-agree")).Should().Be("""{"agreeing":4,"notAgreeing":3}""");
        (await BreakdownAsync(app, "ces-net-ease")).Should().Be("""{"easy":3,"neutral":2,"difficult":2}""");
    }

    private static async Task<CxMetricsApplication> StartAsync()
    {
        CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Of("1", "relationship", 1, "2026-03-01T10:00:00Z"),
            Of("2", "relationship", 2, "2026-03-02T10:00:00Z"),
            Of("3", "visit", 3, "2026-03-03T10:00:00Z"),
            Of("4", "visit", 4, "2026-03-04T10:00:00Z"),
        ]);
        return app;
    }

    private static JsonObject Of(string id, string survey, int score, string respondedAt) =>
        Sample.Response(id, score, respondedAt: respondedAt, survey: survey).With("customerId", "one");

    private static JsonObject Csat(string id, string question, int score) =>
        Sample
            .Response(id, score)
            .With(
                "answers",
                new JsonArray(
                    new JsonObject
                    {
                        ["question"] = question,
                        ["metric"] = "csat",
                        ["score"] = score,
                    }
                )
            );

    private static async Task<string> ReadAsync(CxMetricsApplication app, string query)
    {
        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{March}{query}");
        return $"{report["unitOfAnalysis"]} {report["rows"]![0]!["n"]}";
    }

    private static async Task<string> SatisfiedAsync(CxMetricsApplication app, string query)
    {
        JsonObject report = await app.GetJsonAsync($"/v1/metrics/csat?{March}{query}");
        JsonNode row = report["rows"]![0]!;
        return $"{row["breakdown"]!["satisfied"]} of {row["n"]}";
    }

    private static async Task<string> BreakdownAsync(CxMetricsApplication app, string metric) =>
        (await app.GetJsonAsync($"/v1/metrics/{metric}?{March}"))["rows"]![0]!["breakdown"]!.ToJsonString();
}
