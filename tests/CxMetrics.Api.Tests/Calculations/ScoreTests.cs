using System.Net;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Hosting;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Scores, shares and means of numbers that the caller brings.</summary>
public sealed class ScoreTests
{
    [TestCase("nps", """{"promoters":50,"passives":30,"detractors":20}""", 30, 100, 14.0, 44.3, "tangoScore")]
    [TestCase("nps", """{"scores":[0,7,7,9,9,9]}""", 33.333, 6, -31.11, 75.40, "tangoScore")]
    [TestCase(
        "nps",
        """{"counts":{"0":20,"8":30,"10":50},"method":"adjustedWald"}""",
        30,
        100,
        14.1,
        44.2,
        "adjustedWald"
    )]
    [TestCase("csat", """{"counts":{"1":4,"2":9,"3":21,"4":88,"5":141}}""", 87.0722, 263, 82.4778, 90.5993, "wilson")]
    [TestCase(
        "csat",
        """{"counts":{"1":4,"2":9,"3":21,"4":88,"5":141},"satisfiedFrom":5}""",
        53.6122,
        263,
        47.5774,
        59.5439,
        "wilson"
    )]
    [TestCase("proportion", """{"successes":17,"trials":20}""", 85, 20, 64.0, 94.8, "wilson")]
    [TestCase(
        "proportion",
        """{"successes":5,"trials":5,"method":"clopperPearson"}""",
        100,
        5,
        47.82,
        100,
        "clopperPearson"
    )]
    [TestCase("mean", """{"values":[5,4,4,5,3,2,5,4,4,1,5,5,3,4,4]}""", 3.8667, 15, 3.2092, 4.5241, "t")]
    public async Task Calculation_WithKnownNumbers_GivesTheKnownInterval(
        string name,
        string body,
        double value,
        long n,
        double lower,
        double upper,
        string method
    )
    {
        JsonObject result = await CalculationService.AnswerAsync(name, body);

        result["value"]!.GetValue<double>().Should().BeApproximately(value, 0.001);
        result["n"]!.GetValue<long>().Should().Be(n);
        result["interval"]!["lower"]!.GetValue<double>().Should().BeApproximately(lower, 0.06);
        result["interval"]!["upper"]!.GetValue<double>().Should().BeApproximately(upper, 0.06);
        result["interval"]!["method"]!.GetValue<string>().Should().Be(method);
    }

    [TestCase("nps", """{"promoters":0,"passives":0,"detractors":0}""")]
    [TestCase("csat", """{"scores":[]}""")]
    [TestCase("ces", """{"counts":{}}""")]
    [TestCase("proportion", """{"successes":0,"trials":0}""")]
    [TestCase("mean", """{"values":[]}""")]
    public async Task Calculation_OfNothing_IsNullAndEmpty(string name, string body)
    {
        JsonObject result = await CalculationService.AnswerAsync(name, body);

        result["value"].Should().BeNull();
        result["interval"].Should().BeNull();
        result["flags"]!.AsArray().Select(flag => flag!.GetValue<string>()).Should().Equal("empty");
    }

    [Test]
    public async Task Ces_OfOneAnswer_HasAnInterval()
    {
        JsonObject result = await CalculationService.AnswerAsync("ces", """{"scores":[7]}""");

        result["value"]!.GetValue<double>().Should().Be(7);
        result["interval"]!["lower"]!.GetValue<double>().Should().BeLessThan(7);
        result["flags"]!.AsArray().Select(flag => flag!.GetValue<string>()).Should().Equal("lowN");
    }

    [Test]
    public async Task CesAndCsat_OfGivenAnswers_HaveTheirSistersBeside()
    {
        using HttpResponseMessage effort = await CalculationService.PostAsync(
            "ces",
            """{"scores":[7,6,5,4,1],"satisfiedFrom":6}"""
        );
        using HttpResponseMessage satisfaction = await CalculationService.PostAsync("csat", """{"scores":[5,4,1]}""");

        JsonObject ces = await CxMetricsApplication.ReadJsonAsync(effort, HttpStatusCode.OK);
        ces["shareAgreeing"]!["breakdown"]!.ToJsonString().Should().Be("""{"agreeing":2,"notAgreeing":3}""");
        ces["netEase"]!["value"]!.GetValue<double>().Should().BeApproximately(20, 1e-9);
        ces["netEase"]!["interval"]!["method"]!.GetValue<string>().Should().Be("tangoScore");
        JsonObject csat = await CxMetricsApplication.ReadJsonAsync(satisfaction, HttpStatusCode.OK);
        csat["mean"]!["value"]!.GetValue<double>().Should().BeApproximately(10 / 3.0, 1e-12);
        csat["mean"]!["interval"]!["method"]!.GetValue<string>().Should().Be("pseudoAnswers");
    }

    [Test]
    public async Task Mean_WithWeights_SaysItsEffectiveSize()
    {
        JsonObject result = await CalculationService.AnswerAsync(
            "mean",
            """{"values":[1,2,3,4],"weights":[1,1,1,3]}"""
        );

        result["value"]!.GetValue<double>().Should().BeApproximately(3, 1e-12);
        result["nEffective"]!.GetValue<double>().Should().BeApproximately(3, 1e-12);
    }

    [Test]
    public async Task NpsAndProportion_WithWeights_SayThatTheyAreWeighted()
    {
        JsonObject nps = await CalculationService.AnswerAsync("nps", """{"scores":[9,10,3],"weights":[1,2,1]}""");
        JsonObject share = await CalculationService.AnswerAsync(
            "proportion",
            """{"outcomes":[true,true,false],"weights":[1,2,1],"method":"wilsonLinearized"}"""
        );

        nps.ShouldHave(("value", 50), ("n", 3), ("nEffective", 8 / 3.0));
        nps.Text("interval.method").Should().Be("tangoKish");
        nps.Flags().Should().Equal("lowN", "weighted");
        share.ShouldHave(("value", 75), ("n", 3));
        share.Text("interval.method").Should().Be("wilsonLinearized");
        share.Flags().Should().Equal("lowN", "weighted");
    }

    [Test]
    public async Task Proportion_OfOutcomes_IsThatOfTheirCounts()
    {
        JsonObject outcomes = await CalculationService.AnswerAsync("proportion", """{"outcomes":[true,false,true]}""");
        JsonObject counts = await CalculationService.AnswerAsync("proportion", """{"successes":2,"trials":3}""");

        outcomes.ToJsonString().Should().Be(counts.ToJsonString());
    }

    [TestCase("nps", "", "body", "emptyBody")]
    [TestCase("nps", "{", "body", "invalidJson")]
    [TestCase("nps", "[1]", "body", "invalidJson")]
    [TestCase("nps", "null", "body", "wrongType")]
    [TestCase("nps", "{}", "scores", "required")]
    [TestCase("nps", "{} {}", "body", "invalidJson")]
    [TestCase("nps", """{"promoters":1,"passives":1}""", "detractors", "required")]
    [TestCase("nps", """{"promoters":-1,"passives":1,"detractors":1}""", "promoters", "outOfRange")]
    [TestCase("nps", """{"promoters":1.5,"passives":1,"detractors":1}""", "promoters", "wrongType")]
    [TestCase("nps", """{"promoters":1,"passives":1,"detractors":1,"scores":[1]}""", "promoters", "tooMany")]
    [TestCase("nps", """{"scores":[1,11]}""", "scores[1]", "outOfRange")]
    [TestCase("nps", """{"scores":[1,"9"]}""", "scores[1]", "wrongType")]
    [TestCase("nps", """{"scores":[1,9.5]}""", "scores[1]", "wrongType")]
    [TestCase("nps", """{"counts":{"11":1}}""", "counts.11", "outOfRange")]
    [TestCase("nps", """{"counts":{"1":-1}}""", "counts.1", "outOfRange")]
    [TestCase("nps", """{"counts":{"a.b":1}}""", "counts['a.b']", "outOfRange")]
    [TestCase("nps", """{"counts":{"a.b":"1"}}""", "counts['a.b']", "wrongType")]
    [TestCase("nps", """{"scores":[1,2],"weights":[1]}""", "weights", "outOfRange")]
    [TestCase("nps", """{"counts":{"1":2},"weights":[1]}""", "weights", "unknownMember")]
    [TestCase("nps", """{"scores":[1],"weights":[1],"method":"tangoScore"}""", "method", "unknownValue")]
    [TestCase("nps", """{"Scores":["9"]}""", "Scores[0]", "wrongType")]
    [TestCase("nps", """{"promotors":1}""", "promotors", "unknownMember")]
    [TestCase("nps", """{"scores":[1],"confidence":1}""", "confidence", "outOfRange")]
    [TestCase("nps", """{"scores":[1],"method":"wilson"}""", "method", "unknownValue")]
    [TestCase("nps", """{"promoters":1,"promoters":2}""", "promoters", "wrongType")]
    [TestCase("csat", """{"scores":[6],"scale":{"min":1,"max":7,"mid":4}}""", "scale.mid", "unknownMember")]
    [TestCase("csat", """{"scores":[6],"scale":{"min":1}}""", "scale", "wrongType")]
    [TestCase("csat", """{"scores":[6]}""", "scores[0]", "outOfRange")]
    [TestCase("csat", """{"scores":[6],"scale":{"min":1,"max":7},"satisfiedFrom":8}""", "satisfiedFrom", "outOfRange")]
    [TestCase("csat", """{"scores":[6],"scale":{"min":1,"max":20}}""", "scale", "outOfRange")]
    [TestCase("proportion", """{"successes":3,"trials":2}""", "successes", "outOfRange")]
    [TestCase("proportion", """{"successes":3}""", "trials", "required")]
    [TestCase("proportion", """{"outcomes":[true],"trials":1}""", "outcomes", "tooMany")]
    [TestCase("proportion", """{"successes":1,"trials":2,"weights":[1]}""", "weights", "unknownMember")]
    [TestCase("proportion", """{"outcomes":[true,1]}""", "outcomes[1]", "wrongType")]
    [TestCase("mean", """{"values":[1,1e400]}""", "values[1]", "outOfRange")]
    [TestCase("mean", """{"values":[1,1e301]}""", "values[1]", "outOfRange")]
    [TestCase("mean", """{"values":[1,null]}""", "values[1]", "wrongType")]
    [TestCase("mean", """{"values":[1,"NaN"]}""", "values[1]", "wrongType")]
    [TestCase("mean", """{"values":[1,NaN]}""", "body", "invalidJson")]
    [TestCase("mean", """{"values":[1,2],"weights":[1]}""", "weights", "outOfRange")]
    [TestCase("mean", """{"values":[1,2],"weights":[1,-1]}""", "weights[1]", "outOfRange")]
    [TestCase("mean", """{"values":[1,2],"weights":[0,0]}""", "weights", "outOfRange")]
    [TestCase("mean", """{"weights":[1]}""", "values", "required")]
    [TestCase("mean", """{"values":[1],"method":"bootstrap"}""", "method", "unknownValue")]
    public async Task Calculation_WithBadNumbers_IsAProblemThatNamesTheMember(
        string name,
        string body,
        string field,
        string code
    )
    {
        using HttpResponseMessage answer = await CalculationService.PostAsync(name, body);

        await Problem.ReadAsync(answer, HttpStatusCode.BadRequest, field, code);
    }

    [Test]
    public async Task Calculation_InAnotherFormat_IsUnsupported()
    {
        using HttpResponseMessage answer = await CalculationService.PostAsync(
            "nps",
            "scores=1",
            "application/x-www-form-urlencoded"
        );

        await Problem.ReadAsync(answer, HttpStatusCode.UnsupportedMediaType);
    }
}
