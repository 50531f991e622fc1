using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Differences of scores, shares and means, b less a. Known numbers: tests/CxMetrics.Calculation.Tests/Reference.</summary>
public sealed class DifferenceTests
{
    [Test]
    public async Task NpsDifference_OfSmallSamples_IsTheKnownOne()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/nps",
            """
            {"a":{"detractors":1,"passives":2,"promoters":2},"b":{"scores":[0,6,7,8,8,9,9,9,10,10]},"confidence":0.99}
            """
        );

        answer.ShouldHave(
            ("value", 10),
            ("interval.lower", -77.53196972273987),
            ("interval.upper", 100.01915725133832),
            ("standardError", 41.59326868617084),
            ("a.value", 20),
            ("b.value", 30),
            ("b.n", 10),
            ("smallestEffect", 5)
        );
        answer.Text("interval.method").Should().Be("tangoSquareAndAdd");
        answer.Text("verdict").Should().Be("notDistinguishable");
        answer.Text("unit").Should().Be("points");
        answer.Text("a.interval.method").Should().Be("tangoScore");
        answer.Flags().Should().Equal("lowN");
    }

    [TestCase("", "newcombe", 5.243147240236488, 33.387265403690597)]
    [TestCase(""","method":"miettinenNurminen" """, "miettinenNurminen", 5.28297132458446, 33.817294001586834)]
    [TestCase(""","method":"agrestiCaffo" """, "agrestiCaffo", 5.24529266380537, 33.575845547576744)]
    public async Task ProportionDifference_ByMethod_IsTheKnownOne(
        string option,
        string method,
        double lower,
        double upper
    )
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/proportion",
            $$"""{"a":{"successes":48,"trials":80},"b":{"successes":56,"trials":70}{{option}}}"""
        );

        answer.ShouldHave(
            ("value", 20),
            ("interval.lower", lower),
            ("interval.upper", upper),
            ("standardError", 7.270291799999698),
            ("a.value", 60),
            ("b.value", 80),
            ("smallestEffect", 2),
            ("answersNeeded", 80)
        );
        answer.Text("interval.method").Should().Be(method);
        answer.Text("verdict").Should().Be("up");
        answer.Text("unit").Should().Be("percent");
        answer.Number("pValue").Should().BeInRange(0, 0.05);
    }

    [TestCase(5, "notDistinguishable")]
    [TestCase(14, "stable")]
    public async Task ProportionDifference_WithASmallestEffect_IsJudgedByIt(double effect, string verdict)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/proportion",
            $$"""{"a":{"successes":50,"trials":100},"b":{"successes":50,"trials":100},"smallestEffect":{{effect}}}"""
        );

        answer.Text("verdict").Should().Be(verdict);
        answer.ShouldHave(("smallestEffect", effect), ("pValue", 1));
        answer.IsNull("answersNeeded").Should().BeTrue();
    }

    [Test]
    public async Task MeanDifference_OfValues_IsWelchs()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/mean",
            """
            {"a":{"values":[100000001,100000002,100000004]},"b":{"values":[100000000,100000001,100000003,100000009]},"confidence":0.99}
            """
        );

        answer.ShouldHave(
            ("value", 0.9166666666666666),
            ("standardError", 2.2000631304073477),
            ("pValue", 0.6981339286645811),
            ("interval.lower", -9.149963307567077),
            ("interval.upper", 10.983296640900411),
            ("smallestEffect", 0)
        );
        answer.Text("interval.method").Should().Be("welch");
        answer.Text("unit").Should().Be("value");
        answer.Text("a.interval.method").Should().Be("t");
        answer.Number("answersNeeded").Should().BeGreaterThan(4);
    }

    [TestCase("", "pseudoAnswersSquareAndAdd")]
    [TestCase(""","method":"welch" """, "welch")]
    public async Task MeanDifference_OfRatings_CountsInPointsOfTheScale(string option, string method)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/mean",
            $$"""
            { "a": { "scores": [1,4,7], "scale": {"min":1,"max":7} },
              "b": { "counts": {"5":1,"7":3}, "scale": {"min":1,"max":7} } {{option}} }
            """
        );

        answer.ShouldHave(("value", 2.5), ("a.value", 4), ("b.value", 6.5));
        answer.Text("interval.method").Should().Be(method);
        answer.Text("unit").Should().Be("rating");
        answer.At("b.breakdown.7")!.GetValue<long>().Should().Be(3);
    }

    [TestCase("nps", """{"promoters":0,"passives":0,"detractors":0}""")]
    [TestCase("proportion", """{"successes":0,"trials":0}""")]
    [TestCase("mean", """{"values":[]}""")]
    [TestCase("mean", """{"scores":[]}""")]
    public async Task Difference_FromNothing_IsNullAndNotDistinguishable(string name, string nothing)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            $"difference/{name}",
            $$"""{"a":{{nothing}},"b":{{nothing}}}"""
        );

        foreach (string member in new[] { "value", "interval", "standardError", "pValue", "answersNeeded" })
        {
            answer.IsNull(member).Should().BeTrue(member);
        }

        answer.Text("verdict").Should().Be("notDistinguishable");
        answer.Flags().Should().Equal("empty");
    }

    [Test]
    public async Task MeanDifference_OfHugeSpread_HasNoAnswersNeeded()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/mean",
            """{"a":{"values":[1e200,-1e200]},"b":{"values":[1e200,1e199]}}"""
        );

        answer.IsNull("answersNeeded").Should().BeTrue();
        answer.IsNull("value").Should().BeFalse();
    }

    [TestCase("nps", "{}", "a required", "b required")]
    [TestCase("nps", """{"a":{},"b":{"scores":[11]}}""", "a.scores required", "b.scores[0] outOfRange")]
    [TestCase(
        "nps",
        """{"a":{"promoters":1},"b":{"promoters":1,"passives":-1,"detractors":0}}""",
        "a.detractors required",
        "a.passives required",
        "b.passives outOfRange"
    )]
    [TestCase("nps", """{"a":{"scores":[1]},"b":{"scores":[1]},"method":"x"}""", "method unknownValue")]
    [TestCase("nps", """{"a":{"scores":[1]},"b":{"scores":[1]},"smallestEffect":-1}""", "smallestEffect outOfRange")]
    [TestCase("nps", """{"a":{"score":[1]},"b":{"scores":[1]}}""", "a.score unknownMember")]
    [TestCase("nps", """{"a":{"scores":[1],"confidence":0.9},"b":{"scores":[1]}}""", "a.confidence unknownMember")]
    [TestCase(
        "proportion",
        """{"a":{"successes":2,"trials":1},"b":{"trials":1}}""",
        "a.successes outOfRange",
        "b.successes required"
    )]
    [TestCase("mean", """{"a":{"values":[1]}}""", "b required")]
    [TestCase("mean", """{"a":{"values":[1]},"b":{"scores":[1]}}""", "b wrongType")]
    [TestCase("mean", """{"a":{},"b":{}}""", "a.scores required", "b.scores required")]
    [TestCase(
        "mean",
        """{"a":{"values":[1],"scores":[1]},"b":{"values":[1e301]}}""",
        "a.scores unknownMember",
        "b.values[0] outOfRange"
    )]
    [TestCase(
        "mean",
        """{"a":{"values":[1]},"b":{"values":[1]},"method":"pseudoAnswersSquareAndAdd"}""",
        "method unknownValue"
    )]
    [TestCase("mean", """{"a":{"scores":[1]},"b":{"scores":[1],"scale":{"min":1,"max":7}}}""", "b.scale scaleMismatch")]
    public Task Difference_OfBadNumbers_IsRefusedByMember(string name, string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync($"difference/{name}", body, errors);
}
