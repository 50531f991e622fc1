using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Metrics;

/// <summary>Periods: how a range is cut and which day an answer falls on.</summary>
public sealed class MetricSeriesTests
{
    [Test]
    public async Task Months_WithoutAnswersInOne_StillHaveARowWithNullNotZero()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("a", 10, respondedAt: "2026-01-31T23:59:59.999999Z"),
            Sample.Response("b", 0, respondedAt: "2026-03-01T00:00:00Z"),
        ]);

        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-01-01&to=2026-04-01&period=month");

        JsonArray rows = report["rows"]!.AsArray();
        rows.Select(row => row!["periodStart"]!.GetValue<string>())
            .Should()
            .Equal("2026-01-01", "2026-02-01", "2026-03-01");
        rows.Select(row => row!["periodEnd"]!.GetValue<string>())
            .Should()
            .Equal("2026-02-01", "2026-03-01", "2026-04-01");
        rows.Select(row => row!["value"]?.GetValue<double>()).Should().Equal(100, null, -100);
        rows[1]!["interval"].Should().BeNull();
        rows[1]!["n"]!.GetValue<long>().Should().Be(0);
        rows[1]!["flags"]!.AsArray().Select(flag => flag!.GetValue<string>()).Should().Equal("empty");
        rows[1]!["breakdown"]!["promoters"]!.GetValue<long>().Should().Be(0);
    }

    [Test]
    public async Task Weeks_BeginOnMonday()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();
        await app.SendResponsesAsync([
            Sample.Response("sunday", 10, respondedAt: "2026-01-04T12:00:00Z"),
            Sample.Response("monday", 0, respondedAt: "2026-01-05T00:00:00Z"),
        ]);

        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2025-12-29&to=2026-01-12&period=week");

        JsonArray rows = report["rows"]!.AsArray();
        rows.Select(row => row!["periodStart"]!.GetValue<string>()).Should().Equal("2025-12-29", "2026-01-05");
        rows.Select(row => row!["value"]!.GetValue<double>()).Should().Equal(100, -100);
    }

    [TestCase("quarter", new[] { "2025-11-15", "2026-01-01", "2026-04-01" })]
    [TestCase("year", new[] { "2025-11-15", "2026-01-01" })]
    [TestCase("none", new[] { "2025-11-15" })]
    public async Task Range_InsidePeriods_IsCutAtTheirBordersAndFlagged(string period, string[] starts)
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync();

        JsonObject report = await app.GetJsonAsync($"/v1/metrics/nps?from=2025-11-15&to=2026-05-10&period={period}");

        JsonArray rows = report["rows"]!.AsArray();
        rows.Select(row => row!["periodStart"]!.GetValue<string>()).Should().Equal(starts);
        rows[^1]!["periodEnd"]!.GetValue<string>().Should().Be("2026-05-10");
        bool isClipped = rows[0]!["flags"]!.AsArray().Any(flag => flag!.GetValue<string>() == "clipped");
        isClipped.Should().Be(period != "none");
    }

    // Clocks in Berlin go forward on 29 March 2026 (a day of 23 hours, UTC+1 to UTC+2) and back on 25 October 2026 (25 hours).
    [TestCase("2026-03-28T22:59:59Z", "2026-03-28")]
    [TestCase("2026-03-28T23:00:00Z", "2026-03-29")]
    [TestCase("2026-03-29T21:59:59Z", "2026-03-29")]
    [TestCase("2026-03-29T22:00:00Z", "2026-03-30")]
    [TestCase("2026-10-24T22:00:00Z", "2026-10-25")]
    [TestCase("2026-10-25T22:59:59Z", "2026-10-25")]
    [TestCase("2026-10-25T23:00:00Z", "2026-10-26")]
    [TestCase("2026-03-29T01:30:00-05:00", "2026-03-29")]
    public async Task Day_WhenClocksChange_IsTheLocalOne(string respondedAt, string day)
    {
        var settings = new Dictionary<string, string?> { ["Reporting:TimeZone"] = "Europe/Berlin" };
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(
            settings,
            TestClock.At("2026-11-01T00:00:00Z")
        );
        await app.SendResponseAsync(Sample.Response("a", 9, respondedAt: respondedAt));

        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-03-01&to=2026-11-01&period=day");

        report["window"]!["timeZone"]!.GetValue<string>().Should().Be("Europe/Berlin");
        report["rows"]!
            .AsArray()
            .Where(row => row!["n"]!.GetValue<long>() > 0)
            .Select(row => row!["periodStart"]!.GetValue<string>())
            .Should()
            .Equal(day);
        JsonObject list = await app.GetJsonAsync($"/v1/responses?from={day}&to={NextDay(day)}");
        list["responses"]!.AsArray().Should().HaveCount(1, "the list uses the same days");
    }

    [Test]
    public async Task Range_NotGiven_IsTheLast90DaysWithToday()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(
            clock: TestClock.At("2026-06-30T18:00:00Z")
        );
        await app.SendResponseAsync(Sample.Response("today", 9, respondedAt: "2026-06-30T17:59:00Z"));
        await app.SendResponseAsync(Sample.Response("before", 9, respondedAt: "2026-04-01T23:59:59Z"));

        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps");

        report["window"]!["from"]!.GetValue<string>().Should().Be("2026-04-02");
        report["window"]!["to"]!.GetValue<string>().Should().Be("2026-07-01");
        report["rows"]![0]!["n"]!.GetValue<long>().Should().Be(1);
    }

    [Test]
    public async Task Period_NotOver_IsProvisional()
    {
        await using CxMetricsApplication app = await CxMetricsApplication.StartAsync(
            clock: TestClock.At("2026-06-15T18:00:00Z")
        );

        JsonObject report = await app.GetJsonAsync("/v1/metrics/nps?from=2026-05-01&to=2026-07-01&period=month");

        JsonArray rows = report["rows"]!.AsArray();
        rows[0]!["flags"]!.AsArray().Select(flag => flag!.GetValue<string>()).Should().NotContain("provisional");
        rows[1]!["flags"]!.AsArray().Select(flag => flag!.GetValue<string>()).Should().Contain("provisional");
    }

    private static string NextDay(string day) =>
        DateOnly
            .Parse(day, System.Globalization.CultureInfo.InvariantCulture)
            .AddDays(1)
            .ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
