using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>How much a call takes, and that what it refuses is named. Limits are those that the descriptions state.</summary>
public sealed class CalculationLimitTests
{
    [Test]
    public async Task Calculation_OfTheMostValues_IsTaken()
    {
        JsonObject answer = await CalculationService.AnswerAsync("mean", $$"""{"values":{{List(1_000_000)}}}""");

        answer.ShouldHave(("n", 1_000_000));
        await CalculationService.AssertRefusedAsync("mean", $$"""{"values":{{List(1_000_001)}}}""", "values tooMany");
    }

    [Test]
    public async Task Calculation_OfPairs_CountsThemOnce() =>
        (
            await CalculationService.AnswerAsync(
                "survival",
                $$"""{"time":{{List(1_000_000)}},"event":{{List(1_000_000, "true")}},"at":[0.5]}"""
            )
        ).ShouldHave(("n", 1_000_000), ("at[0].value", 100));

    [Test]
    public Task Difference_OfTooManyScores_CountsBothSides() =>
        CalculationService.AssertRefusedAsync(
            "difference/nps",
            $$"""{"a":{"scores":{{List(600_000)}} },"b":{"scores":{{List(400_001)}} } }""",
            "b.scores tooMany"
        );

    [Test]
    public Task SurvivalDifference_OfTooManySubjects_CountsAllGroups() =>
        CalculationService.AssertRefusedAsync(
            "difference/survival",
            $$"""
            {"groups":[
              {"name":"a","time":{{List(600_000)}},"event":{{List(600_000, "true")}} },
              {"name":"b","time":{{List(400_001)}},"event":{{List(400_001, "true")}} }]}
            """,
            "groups[1].time tooMany",
            "groups[1].event outOfRange"
        );

    [Test]
    public Task SurvivalDifference_OfTooManyGroups_IsRefused() =>
        CalculationService.AssertRefusedAsync(
            "difference/survival",
            $$"""{"groups":{{List(21, """{"name":"a","time":[],"event":[]}""")}}}""",
            "groups tooMany"
        );

    [Test]
    public Task Survival_AtTooManyTimes_IsRefused() =>
        CalculationService.AssertRefusedAsync(
            "survival",
            $$"""{"time":[1],"event":[true],"at":{{List(1_001)}}}""",
            "at tooMany"
        );

    [Test]
    public async Task Survival_WithTooLongACurve_IsRefusedAndReadAtTimesInstead()
    {
        string subjects = $"\"time\":{Count(100_001)},\"event\":{List(100_001, "true")}";

        await CalculationService.AssertRefusedAsync("survival", $$"""{{{subjects}},"curve":true}""", "curve tooMany");
        (await CalculationService.AnswerAsync("survival", $$"""{{{subjects}}}""")).ShouldHave(("n", 100_001));
    }

    [Test]
    public Task RevenueRetention_OfTooManyCustomers_IsRefused() =>
        CalculationService.AssertRefusedAsync(
            "revenue-retention",
            $$"""{"customers":{{List(1_000_001, """{"start":1,"end":1}""")}}}""",
            "customers tooMany"
        );

    [Test]
    public async Task BgNbd_OfManyCustomers_ResamplesAndPredictsNoMoreThanItCan()
    {
        string customers = List(10_001, """{"frequency":1,"recency":1,"age":2,"meanValue":1}""");

        await CalculationService.AssertRefusedAsync(
            "clv/bg-nbd",
            $$"""{"customers":{{customers}},"horizon":1,"discountRate":0,"predictions":true,"resamples":2000}""",
            "resamples outOfRange",
            "predictions tooMany"
        );
    }

    [TestCase(100, 1_000)]
    [TestCase(12_000, 50)]
    public Task BgNbd_OverALongHorizon_ResamplesNoMoreThanItCan(int horizon, int resamples) =>
        CalculationService.AssertRefusedAsync(
            "clv/bg-nbd",
            $$"""{"customers":{{List(10_001, """{"frequency":1,"recency":1,"age":2,"meanValue":1}""")}},"horizon":{{horizon}},"discountRate":0,"resamples":{{resamples}}}""",
            "resamples outOfRange"
        );

    [Test]
    public Task Trend_OfTooManyValues_IsRefused() =>
        CalculationService.AssertRefusedAsync("trend", $$"""{"values":{{List(100_001)}}}""", "values tooMany");

    [Test]
    public Task Chart_OfTooManyPoints_IsRefused() =>
        CalculationService.AssertRefusedAsync(
            "control-chart",
            $$"""{"chart":"xmr","values":{{List(100_001)}}}""",
            "values tooMany"
        );

    [TestCase(51, 1, "relativeWeights")]
    [TestCase(13, 1, "shapley")]
    [TestCase(10, 90_910, "relativeWeights")]
    public Task Drivers_BeyondTheirLimits_AreRefused(int drivers, int rows, string method)
    {
        string columns = string.Join(',', Enumerable.Range(0, drivers).Select(index => $"\"d{index}\":{List(rows)}"));
        return CalculationService.AssertRefusedAsync(
            "drivers",
            $$"""{"outcome":{{List(rows)}},"drivers":{ {{columns}} },"method":"{{method}}"}""",
            "drivers tooMany"
        );
    }

    [Test]
    public Task Drivers_WithMoreResamplesThanTimeAllows_AreRefused()
    {
        string column = List(250_000);
        return CalculationService.AssertRefusedAsync(
            "drivers",
            $$"""{"outcome":{{column}},"drivers":{"a":{{column}},"b":{{column}},"c":{{column}} },"resamples":10000}""",
            "resamples tooMany"
        );
    }

    [Test]
    public async Task Body_BeyondItsLimit_IsTooLarge()
    {
        byte[] packed = Bodies.Gzip(new string(' ', (64 * 1024 * 1024) + 1));

        using HttpResponseMessage answer = await CalculationService.PostGzipAsync("mean", packed);

        await Problem.ReadAsync(answer, HttpStatusCode.RequestEntityTooLarge);
    }

    /// <summary>So many times the same element.</summary>
    private static string List(int count, string element = "1") =>
        new StringBuilder("[", (count * (element.Length + 1)) + 1)
            .Insert(1, element + ",", count)
            .Remove((count * (element.Length + 1)), 1)
            .Append(']')
            .ToString();

    /// <summary>1, 2, 3 and so on.</summary>
    private static string Count(int count) =>
        "["
        + string.Join(',', Enumerable.Range(1, count).Select(number => number.ToString(CultureInfo.InvariantCulture)))
        + "]";
}
