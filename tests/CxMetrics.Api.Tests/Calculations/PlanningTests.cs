using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Sample sizes and adjusted p-values. Known numbers: tests/CxMetrics.Calculation.Tests/Reference, R's p.adjust.</summary>
public sealed class PlanningTests
{
    [TestCase("""{"metric":"proportion","marginOfError":5}""", 385, 384.1458820694126, "percent", 50)]
    [TestCase("""{"metric":"proportion","marginOfError":5,"population":500}""", 218, 217.48721806258726, "percent", 50)]
    [TestCase(
        """{"metric":"proportion","expectedPercent":80,"marginOfError":2,"confidence":0.99}""",
        2654,
        2653.958640408486,
        "percent",
        40
    )]
    [TestCase(
        """{"metric":"proportion","expectedPercent":85,"change":-1}""",
        20015,
        20014.64332259017,
        "percent",
        35.707142142714249
    )]
    [TestCase(
        """{"metric":"nps","expectedNps":{"detractors":150,"passives":250,"promoters":600},"marginOfError":3}""",
        2337,
        2336.8874492555933,
        "points",
        73.993242934743
    )]
    [TestCase("""{"metric":"nps","marginOfError":10}""", 385, 384.1458820694126, "points", 100)]
    [TestCase(
        """{"metric":"mean","standardDeviation":40,"marginOfError":2,"confidence":0.99}""",
        2654,
        2653.958640408486,
        "value",
        40
    )]
    public async Task SampleSize_OfAPlan_IsTheKnownNumber(
        string body,
        long answers,
        double exact,
        string unit,
        double standardDeviation
    )
    {
        JsonObject answer = await CalculationService.AnswerAsync("sample-size", body);

        answer.At("answers")!.GetValue<long>().Should().Be(answers);
        answer.ShouldHave(("exact", exact), ("standardDeviation", standardDeviation));
        answer.Text("unit").Should().Be(unit);
    }

    [Test]
    public async Task SampleSize_ForAChange_SaysItsPower()
    {
        JsonObject change = await CalculationService.AnswerAsync("sample-size", """{"metric":"nps","change":5}""");
        JsonObject margin = await CalculationService.AnswerAsync(
            "sample-size",
            """{"metric":"nps","marginOfError":5}"""
        );

        change.ShouldHave(("power", 0.8), ("confidence", 0.95));
        margin.IsNull("power").Should().BeTrue();
    }

    [TestCase("{}", "metric required", "marginOfError required")]
    [TestCase("""{"metric":"csat","marginOfError":1}""", "metric unknownValue")]
    [TestCase("""{"metric":"nps","marginOfError":1,"change":1}""", "marginOfError tooMany")]
    [TestCase("""{"metric":"nps","marginOfError":0}""", "marginOfError outOfRange")]
    [TestCase("""{"metric":"nps","marginOfError":1e-300}""", "marginOfError outOfRange")]
    [TestCase("""{"metric":"nps","change":0}""", "change outOfRange")]
    [TestCase("""{"metric":"nps","change":1e-300}""", "change outOfRange")]
    [TestCase("""{"metric":"nps","change":1,"power":0.02}""", "power outOfRange")]
    [TestCase("""{"metric":"nps","change":1,"population":10}""", "population unknownMember")]
    [TestCase("""{"metric":"nps","marginOfError":1,"power":0.9}""", "power unknownMember")]
    [TestCase("""{"metric":"nps","marginOfError":1,"population":0}""", "population outOfRange")]
    [TestCase("""{"metric":"nps","marginOfError":1,"expectedPercent":50}""", "expectedPercent unknownMember")]
    [TestCase("""{"metric":"nps","marginOfError":1,"expectedNps":{"scores":[]}}""", "expectedNps outOfRange")]
    [TestCase(
        """{"metric":"nps","marginOfError":1,"expectedNps":{"scores":[11]}}""",
        "expectedNps.scores[0] outOfRange"
    )]
    [TestCase("""{"metric":"proportion","marginOfError":1,"expectedPercent":101}""", "expectedPercent outOfRange")]
    [TestCase("""{"metric":"mean","marginOfError":1}""", "standardDeviation required")]
    [TestCase("""{"metric":"mean","marginOfError":1,"standardDeviation":1e151}""", "standardDeviation outOfRange")]
    public Task SampleSize_OfABadPlan_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("sample-size", body, errors);

    [TestCase("", "benjaminiHochberg", new[] { 0.05, 0.05, 0.05, 0.05, 0.05 })]
    [TestCase(""","method":"holm" """, "holm", new[] { 0.05, 0.08, 0.09, 0.09, 0.09 })]
    [TestCase(""","method":"hochberg" """, "hochberg", new[] { 0.05, 0.05, 0.05, 0.05, 0.05 })]
    [TestCase(""","method":"bonferroni" """, "bonferroni", new[] { 0.05, 0.1, 0.15, 0.2, 0.25 })]
    [TestCase(
        ""","method":"benjaminiYekutieli" """,
        "benjaminiYekutieli",
        new[]
        {
            0.11416666666666665,
            0.11416666666666665,
            0.11416666666666665,
            0.11416666666666667,
            0.11416666666666667,
        }
    )]
    public async Task PValues_Adjusted_AreThoseOfR(string option, string method, double[] expected)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "adjust-p-values",
            $$"""{"pValues":[0.01,0.02,0.03,0.04,0.05]{{option}}}"""
        );

        answer.Text("method").Should().Be(method);
        answer.ShouldHave([.. expected.Select((value, index) => ($"adjusted[{index}]", value))]);
        answer.ShouldHave(("n", 5));
    }

    [Test]
    public async Task PValues_OfNoTests_AreNone() =>
        (await CalculationService.AnswerAsync("adjust-p-values", """{"pValues":[]}"""))
            .Numbers("adjusted")
            .Should()
            .BeEmpty();

    [TestCase("{}", "pValues required")]
    [TestCase("""{"pValues":[0.5,1.1]}""", "pValues[1] outOfRange")]
    [TestCase("""{"pValues":[-0.1]}""", "pValues[0] outOfRange")]
    [TestCase("""{"pValues":[0.5],"method":"fdr"}""", "method unknownValue")]
    public Task PValues_OutOfRange_AreRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("adjust-p-values", body, errors);
}
