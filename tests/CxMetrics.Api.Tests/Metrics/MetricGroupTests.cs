using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>Groups, filters, and what must not be pooled.</summary>
public sealed class MetricGroupTests
{
    private const string Year = "from=2026-01-01&to=2027-01-01";

    [Test]
    public async Task GroupBy_OneDimension_KeepsItsValuesApartAndThoseWithoutOneToo()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 10).With("channel", "web"),
            Sample.Response("2", 9).With("channel", "web"),
            Sample.Response("3", 0).With("channel", "email"),
            Sample.Response("4", 7),
        ]);

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{Year}&groupBy=channel");

        Describe(report).Should().Equal("channel= 0 (1)", "channel=email -100 (1)", "channel=web 100 (2)");
    }

    [Test]
    public async Task GroupBy_SeveralDimensions_MakesOneRowPerCombination()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 10).With("channel", "web").With("segment", "new"),
            Sample.Response("2", 0).With("channel", "web").With("segment", "old"),
            Sample.Response("3", 10, survey: "other").With("channel", "web").With("segment", "old"),
        ]);

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{Year}&groupBy=segment,channel");
        Describe(report).Should().Equal("segment=new,channel=web 100 (1)", "segment=old,channel=web 0 (2)");

        JsonObject bySurvey = await app.GetJsonAsync($"/v1/metrics/nps?{Year}&groupBy=survey,question,touchpoint");
        Describe(bySurvey)
            .Should()
            .Equal(
                "survey=other,question=nps,touchpoint= 100 (1)",
                "survey=relationship,question=nps,touchpoint= 0 (2)"
            );
    }

    [TestCase("channel=web", 2, 100)]
    [TestCase("channel=web&channel=email", 3, 33.333)]
    [TestCase("channel=", 1, 0)]
    [TestCase("channel=&channel=email", 2, -50)]
    [TestCase("channel=web&segment=new", 1, 100)]
    [TestCase("segment=new", 1, 100)]
    [TestCase("touchpoint=call", 1, -100)]
    [TestCase("survey=relationship", 3, 33.333)]
    [TestCase("survey=other", 1, 0)]
    [TestCase("question=nps", 4, 25)]
    [TestCase("survey=relationship&channel=web&touchpoint=", 2, 100)]
    [TestCase("channel=unheard%20of", 0, null)]
    [TestCase("survey=unheard%20of", 0, null)]
    [TestCase("channel=%20web%20", 2, 100)]
    public async Task Filter_OnDimensions_CountsOnlyWhatMatches(string filter, long n, double? value)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 10).With("channel", "web").With("segment", "new"),
            Sample.Response("2", 9).With("channel", "web"),
            Sample.Response("3", 0).With("channel", "email").With("touchpoint", "call"),
            Sample.Response("4", 7, survey: "other"),
        ]);

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{Year}&{filter}");

        JsonNode row = report["rows"]!.AsArray().Should().ContainSingle().Subject!;
        row["n"]!.GetValue<long>().Should().Be(n);
        if (value is null)
        {
            row["value"].Should().BeNull();
        }
        else
        {
            row["value"]!.GetValue<double>().Should().BeApproximately(value.Value, 0.001);
        }
    }

    [Test]
    public async Task MixedScales_InOneRow_AreRefusedAndNamed()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 4, "csat", survey: "five"),
            Sample.Response("2", 7, "csat", survey: "seven").With("answers", SevenPointAnswer(7)),
        ]);

        foreach (string metric in new[] { "csat", "csat-mean" })
        {
            using HttpResponseMessage answer = await app.Client.GetAsync(
                new Uri($"/v1/metrics/{metric}?{Year}", UriKind.Relative)
            );
            JsonObject problem = await Problem.ReadAsync(
                answer,
                HttpStatusCode.UnprocessableEntity,
                "groupBy",
                "mixedScale"
            );
            problem["detail"]!.GetValue<string>().Should().Contain("1 to 5").And.Contain("1 to 7").And.Contain("seven");
        }

        JsonObject apart = await app.GetJsonAsync($"/v1/metrics/csat-mean?{Year}&groupBy=survey");
        Describe(apart).Should().Equal("survey=five 4 (1)", "survey=seven 7 (1)");
        apart["rows"]![1]!["scale"]!.ToJsonString().Should().Be("""{"min":1,"max":7,"direction":"higherIsBetter"}""");
        JsonObject filtered = await app.GetJsonAsync($"/v1/metrics/csat-mean?{Year}&survey=seven");
        Describe(filtered).Should().Equal(" 7 (1)");
    }

    [Test]
    public async Task MixedScales_InDifferentPeriodsOfOneSeries_AreRefused()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 4, "csat", survey: "five", respondedAt: "2026-01-10T00:00:00Z"),
            Sample
                .Response("2", 7, "csat", survey: "seven", respondedAt: "2026-02-10T00:00:00Z")
                .With("answers", SevenPointAnswer(7)),
        ]);

        using HttpResponseMessage answer = await app.Client.GetAsync(
            new Uri($"/v1/metrics/csat?{Year}&period=month", UriKind.Relative)
        );

        await Problem.ReadAsync(answer, HttpStatusCode.UnprocessableEntity, "groupBy", "mixedScale");
    }

    [Test]
    public async Task Tests_AreExcludedAndCounted()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("1", 10),
            Sample.Response("2", 0).With("test", true),
            Sample.Response("3", 0).With("test", true),
        ]);

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?{Year}");

        Describe(report).Should().Equal(" 100 (1)");
        report["excluded"]!["test"]!.GetValue<long>().Should().Be(2);
    }

    [Test]
    public async Task Revision_MovesAnAnswerBetweenDaysGroupsAndQuestions()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponseAsync(
            Sample.Response("1", 10, respondedAt: "2026-01-10T00:00:00Z").With("channel", "web")
        );
        (
            await app.SendResponseAsync(
                Sample.Response("1", 3, respondedAt: "2026-02-10T00:00:00Z").With("channel", "email")
            )
        )
            .Should()
            .Be("updated");

        JsonObject report = await app.GetJsonAsync(
            $"/v1/metrics/nps?from=2026-01-01&to=2026-03-01&period=month&groupBy=channel"
        );

        Describe(report).Should().Equal("channel=email - (0)", "channel=email -100 (1)");
    }

    private static JsonArray SevenPointAnswer(int score) =>
        new(
            new JsonObject
            {
                ["metric"] = "csat",
                ["score"] = score,
                ["scale"] = new JsonObject { ["min"] = 1, ["max"] = 7 },
            }
        );

    private static IEnumerable<string> Describe(JsonObject report) =>
        report["rows"]!
            .AsArray()
            .Select(row =>
            {
                string group = string.Join(
                    ',',
                    row!["group"]!.AsObject().Select(member => $"{member.Key}={member.Value}")
                );
                string value = row["value"] is { } number
                    ? number.GetValue<double>().ToString("0.###", System.Globalization.CultureInfo.InvariantCulture)
                    : "-";
                return $"{group} {value} ({row["n"]})";
            });
}
