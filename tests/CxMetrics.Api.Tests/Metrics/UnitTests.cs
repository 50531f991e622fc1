using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>What an observation is: an answer, a respondent, or an answer among those of its account.</summary>
public sealed class UnitTests
{
    private const string March = "from=2026-03-01&to=2026-04-01";

    [Test]
    public async Task Respondent_LatestAnswerOfEach_CountsOnce()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            By("1", "a", 0, "2026-03-01T10:00:00Z"),
            By("2", "a", 10, "2026-03-02T10:00:00Z"),
            By("3", "b", 7, "2026-03-03T10:00:00Z"),
            By("4", null, 3, "2026-03-04T10:00:00Z"),
        ]);

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{March}&unit=respondent");

        report["unitOfAnalysis"]!.GetValue<string>().Should().Be("respondent");
        JsonNode row = report["rows"]![0]!;
        row["unitOfAnalysis"]!.GetValue<string>().Should().Be("respondent");
        row["n"]!.GetValue<int>().Should().Be(3);
        row["value"]!.GetValue<double>().Should().Be(0);
        row["breakdown"]!.ToJsonString().Should().Be("""{"detractors":1,"passives":1,"promoters":1}""");
        row["nEffective"].Should().BeNull();
        report["excluded"]!
            .ToJsonString()
            .Should()
            .Be("""{"erased":0,"test":0,"suspectedDuplicate":0,"earlierAnswer":1}""");
    }

    [Test]
    public async Task Respondent_InMonths_CountsInEach()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            By("1", "a", 0, "2026-02-01T10:00:00Z"),
            By("2", "a", 10, "2026-03-02T10:00:00Z"),
            By("3", "a", 9, "2026-03-03T10:00:00Z"),
        ]);

        JsonObject report = await app.GetJsonAsync(
            "/v1/metrics/nps?from=2026-02-01&to=2026-04-01&period=month&unit=respondent"
        );

        report["rows"]!.AsArray().Select(row => row!["n"]!.GetValue<int>()).Should().Equal(1, 1);
        report["excluded"]!["earlierAnswer"]!.GetValue<int>().Should().Be(1);
    }

    // Codes of account x: 1, 1; of y: -1; an answer of nobody's: 0. Mean t = 1/4, residuals 1.5, -1.25, -0.25:
    // variance 3/2 · 3.875/16 = 0.36328; s²/n = (3/4 - 1/16)(4/3)/4 = 0.22917; design effect 1.58523, 4/1.58523 = 2.52330.
    [Test]
    public async Task Account_Nps_HasTheLinearisedErrorOfItsAccounts()
    {
        await using CxMetricsApplication app = await StartWithAccountsAsync();

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{March}&unit=account");

        JsonNode row = report["rows"]![0]!;
        report["unitOfAnalysis"]!.GetValue<string>().Should().Be("account");
        row["value"]!.GetValue<double>().Should().Be(25);
        row["n"]!.GetValue<int>().Should().Be(4);
        row["standardError"]!.GetValue<double>().Should().BeApproximately(60.2728, 0.0001);
        row["nEffective"]!.GetValue<double>().Should().BeApproximately(2.52330, 0.00001);
        row["interval"]!["method"]!.GetValue<string>().Should().Be("tangoScore");
        Flags(row).Should().Equal("lowN", "concentrated");
        JsonNode plain = (await app.GetJsonAsync($"/v1/metrics/nps?{March}&unit=answer"))["rows"]![0]!;
        row["interval"]!["lower"]!
            .GetValue<double>()
            .Should()
            .BeLessThan(plain["interval"]!["lower"]!.GetValue<double>());
        row["interval"]!["upper"]!
            .GetValue<double>()
            .Should()
            .BeGreaterThan(plain["interval"]!["upper"]!.GetValue<double>());
    }

    // p = 3/4, residuals 0.5, -0.75, 0.25: variance 3/2 · 0.875/16 = 0.08203; p(1 - p)(4/3)/4 = 0.0625; 4/1.3125 = 3.04762.
    // Wilson with that size: (0.75 + z²/6.09524 ± z√(0.1875/3.04762 + z²/37.15193))/(1 + z²/3.04762), z = 1.959964.
    [Test]
    public async Task Account_Csat_HasWilsonWithTheEffectiveSize()
    {
        await using CxMetricsApplication app = await StartWithAccountsAsync();

        JsonNode row = (await app.GetJsonAsync($"/v1/metrics/csat?{March}&unit=account"))["rows"]![0]!;

        row["value"]!.GetValue<double>().Should().Be(75);
        row["standardError"]!.GetValue<double>().Should().BeApproximately(28.6411, 0.0001);
        row["nEffective"]!.GetValue<double>().Should().BeApproximately(3.04762, 0.00001);
        row["interval"]!["lower"]!.GetValue<double>().Should().BeApproximately(25.848, 0.001);
        row["interval"]!["upper"]!.GetValue<double>().Should().BeApproximately(96.271, 0.001);
        row["interval"]!["method"]!.GetValue<string>().Should().Be("wilson");
    }

    // Deviations from 3.75 by account 2.5, -2.75, 0.25: variance 3/2 · 13.875/16 = 1.30078; s² = 10.75/3; 3.58333/1.30078 = 2.75475.
    // t with 2 degrees of freedom, 4.303 · 1.1405 = 4.907, goes beyond both ends of the scale.
    [Test]
    public async Task Account_Mean_HasStudentsTOnTheScale()
    {
        await using CxMetricsApplication app = await StartWithAccountsAsync();

        JsonNode row = (await app.GetJsonAsync($"/v1/metrics/csat-mean?{March}&unit=account"))["rows"]![0]!;

        row["value"]!.GetValue<double>().Should().Be(3.75);
        row["standardError"]!.GetValue<double>().Should().BeApproximately(1.14052, 0.00001);
        row["nEffective"]!.GetValue<double>().Should().BeApproximately(2.75475, 0.00001);
        row["interval"]!["lower"]!.GetValue<double>().Should().Be(1);
        row["interval"]!["upper"]!.GetValue<double>().Should().Be(5);
        row["interval"]!["method"]!.GetValue<string>().Should().Be("t");
    }

    [TestCase("nps", "tangoScore")]
    [TestCase("csat", "wilson")]
    [TestCase("csat-mean", "t")]
    [TestCase("ces", "t")]
    [TestCase("ces-agree", "wilson")]
    [TestCase("ces-net-ease", "tangoScore")]
    [TestCase("rating-mean", "t")]
    public async Task EveryMetric_HasEveryUnit(string metric, string accountMethod)
    {
        await using CxMetricsApplication app = await StartWithAccountsAsync();

        foreach ((string unit, int n) in new[] { ("answer", 4), ("respondent", 3), ("account", 4) })
        {
            JsonNode row = (await app.GetJsonAsync($"/v1/metrics/{metric}?{March}&unit={unit}"))["rows"]![0]!;
            row["n"]!.GetValue<int>().Should().Be(n);
            row["interval"]!["lower"]!
                .GetValue<double>()
                .Should()
                .BeLessThanOrEqualTo(row["value"]!.GetValue<double>());
            row["interval"]!["upper"]!
                .GetValue<double>()
                .Should()
                .BeGreaterThanOrEqualTo(row["value"]!.GetValue<double>());
            (row["interval"]!["method"]!.GetValue<string>() == accountMethod || unit != "account").Should().BeTrue();
        }

        JsonNode described = (await app.GetJsonAsync("/v1/metrics"))["metrics"]!
            .AsArray()
            .Single(one => one!["key"]!.GetValue<string>() == metric)!;
        described["accountMethods"]!.AsArray().Single()!.GetValue<string>().Should().Be(accountMethod);
    }

    [Test]
    public async Task Account_Nothing_IsEmpty()
    {
        await using CxMetricsApplication app = await StartWithAccountsAsync();

        foreach (string metric in new[] { "nps", "csat", "csat-mean", "ces-net-ease", "rating-mean" })
        {
            JsonNode row = (await app.GetJsonAsync($"/v1/metrics/{metric}?from=2025-01-01&to=2025-02-01&unit=account"))[
                "rows"
            ]![0]!;
            row["value"].Should().BeNull();
            row["nEffective"].Should().BeNull();
            Flags(row).Should().Equal("empty");
        }
    }

    [Test]
    public async Task Account_AsCsv_HasTheEffectiveSizeLast()
    {
        await using CxMetricsApplication app = await StartWithAccountsAsync();

        string csv = await app.GetTextAsync($"/v1/metrics/csat?{March}&unit=account", "text/csv");
        string plain = await app.GetTextAsync($"/v1/metrics/csat?{March}&unit=answer", "text/csv");

        csv.Split("\r\n")[0]
            .Should()
            .Be(
                "metric,periodStart,periodEnd,value,n,lower,upper,standardError,method,flags,satisfied,notSatisfied,nEffective"
            );
        csv.Split("\r\n")[1].Should().MatchRegex(@",wilson,lowN;concentrated,3,1,3\.0476\d+$");
        plain.Split("\r\n")[0].Should().EndWith("flags,satisfied,notSatisfied");
    }

    [TestCase("nps", "account", "adjustedWald")]
    [TestCase("csat", "account", "clopperPearson")]
    [TestCase("csat-mean", "account", "pseudoAnswers")]
    [TestCase("nps", "respondent", "wilson")]
    public async Task Method_ThatTheUnitDoesNotHave_IsAProblem(string metric, string unit, string method)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri($"/v1/metrics/{metric}?unit={unit}&method={method}", UriKind.Relative)
        );

        JsonObject problem = await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, "method", "unknownValue");
        (problem["detail"]!.GetValue<string>().Contains("for accounts", StringComparison.Ordinal))
            .Should()
            .Be(unit == "account");
    }

    [TestCase("unit=customer")]
    [TestCase("unit=")]
    [TestCase("unit=Answer")]
    public async Task Unit_Unknown_IsAProblem(string query)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri($"/v1/metrics/nps?{query}", UriKind.Relative)
        );

        await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, "unit", "unknownValue");
    }

    private static IEnumerable<string> Flags(JsonNode row) =>
        row["flags"]!.AsArray().Select(flag => flag!.GetValue<string>());

    private static JsonObject By(string id, string? customer, int score, string respondedAt) =>
        Sample.Response(id, score, respondedAt: respondedAt).With("customerId", customer);

    /// <summary>Account x answers twice by one customer, y once, and somebody without account once.</summary>
    private static async Task<CxMetricsApplication> StartWithAccountsAsync()
    {
        CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Of("1", "x", "c", 10, 5),
            Of("2", "x", "c", 9, 5).With("respondedAt", "2026-03-11T12:00:00Z"),
            Of("3", "y", "d", 0, 1),
            Of("4", null, null, 8, 4),
        ]);
        return app;
    }

    private static JsonObject Of(string id, string? account, string? customer, int nps, int rating) =>
        Sample
            .Response(id, nps)
            .With("accountId", account)
            .With("customerId", customer)
            .With(
                "answers",
                new JsonArray(
                    new JsonObject { ["metric"] = "nps", ["score"] = nps },
                    new JsonObject { ["metric"] = "csat", ["score"] = rating },
                    new JsonObject { ["metric"] = "ces", ["score"] = rating },
                    new JsonObject
                    {
                        ["metric"] = "rating",
                        ["score"] = rating,
                        ["scale"] = new JsonObject { ["min"] = 1, ["max"] = 5 },
                    }
                )
            );
}
