using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Quantiles of given values. Known numbers: quantile.default and order statistics of R.</summary>
public sealed class QuantileTests
{
    private const string Waits =
        "[7.16,2.16,5.87,3.79,16.98,7.62,5.73,6.72,9.03,12.87,3.0,2.89,19.97,5.1,2.06,11.02,11.21,1.86,9.08,14.33,10.35,13.05,2.09,9.95,5.63]";

    [TestCase("r7", 13.818)]
    [TestCase("r6", 15.39)]
    [TestCase("r2", 14.33)]
    [TestCase("r8", 14.6833333333333)]
    public async Task Quantile_ByDefinition_IsTheKnownNumber(string definition, double value)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "quantile",
            $$"""{"values":{{Waits}},"probability":0.9,"definition":"{{definition}}"}"""
        );

        answer.ShouldHave(("value", value), ("n", 25), ("interval.lower", 11.02));
        answer.IsNull("interval.upper").Should().BeTrue();
        answer.IsNull("standardError").Should().BeTrue();
        answer.Text("interval.method").Should().Be("orderStatistics");
        answer.Text("unit").Should().Be("value");
        answer.Flags().Should().Equal("lowN");
    }

    [Test]
    public async Task Quantile_ByDefault_IsR7() =>
        (await CalculationService.AnswerAsync("quantile", $$"""{"values":{{Waits}},"probability":0.9}""")).ShouldHave(
            ("value", 13.818)
        );

    [Test]
    public async Task Median_OfSixValues_HasBothLimits() =>
        (await CalculationService.AnswerAsync("quantile", """{"values":[6,5,4,3,2,1],"probability":0.5}""")).ShouldHave(
            ("value", 3.5),
            ("interval.lower", 1),
            ("interval.upper", 6)
        );

    [Test]
    public async Task Median_OfThreeValues_HasNoInterval() =>
        (await CalculationService.AnswerAsync("quantile", """{"values":[1,2,3],"probability":0.5}"""))
            .IsNull("interval")
            .Should()
            .BeTrue();

    [Test]
    public async Task Quantile_WithWeights_CountsEachByItsWeight()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "quantile",
            """{"values":[1,2,3],"weights":[1,1,5],"probability":0.5}"""
        );

        answer.ShouldHave(("value", 3), ("nEffective", 49 / 27.0));
        answer.Flags().Should().Equal("lowN", "weighted");
    }

    [Test]
    public async Task Quantile_OfNothing_IsEmpty()
    {
        JsonObject answer = await CalculationService.AnswerAsync("quantile", """{"values":[],"probability":0.5}""");

        answer.IsNull("value").Should().BeTrue();
        answer.IsNull("interval").Should().BeTrue();
        answer.Flags().Should().Equal("empty");
    }

    [TestCase("{}", "probability required", "values required")]
    [TestCase("""{"values":[1],"probability":0}""", "probability outOfRange")]
    [TestCase("""{"values":[1],"probability":1}""", "probability outOfRange")]
    [TestCase("""{"values":[1],"probability":0.5,"definition":"r10"}""", "definition unknownValue")]
    [TestCase("""{"values":[1],"probability":0.5,"weights":[1],"definition":"r7"}""", "definition unknownValue")]
    [TestCase("""{"values":[1],"probability":0.5,"weights":[0]}""", "weights outOfRange")]
    [TestCase("""{"values":[1,2],"probability":0.5,"weights":[1]}""", "weights outOfRange")]
    [TestCase("""{"values":[1,-1e301],"probability":0.5}""", "values[1] outOfRange")]
    [TestCase("""{"values":[1],"probability":0.5,"method":"wilson"}""", "method unknownMember")]
    public Task Quantile_OfBadNumbers_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("quantile", body, errors);
}
