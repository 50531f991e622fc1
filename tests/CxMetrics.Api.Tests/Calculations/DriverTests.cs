using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Key drivers. Known numbers: R's data set attitude, lm and relaimpo, in tests/CxMetrics.Calculation.Tests/Reference.</summary>
public sealed class DriverTests
{
    private const string Table = """
        "outcome":[43,63,71,61,81,43,58,71,72,67,64,67,69,68,77,81,74,65,65,50,50,64,53,40,63,66,78,48,85,82],
        "drivers":{
          "complaints":[51,64,70,63,78,55,67,75,82,61,53,60,62,83,77,90,85,60,70,58,40,61,66,37,54,77,75,57,85,82],
          "learning":[39,54,69,47,66,44,56,55,67,47,58,39,42,45,72,72,69,75,57,54,34,62,50,58,48,63,74,45,71,59],
          "raises":[61,63,76,54,71,54,66,70,71,62,58,59,55,59,79,60,79,55,75,64,43,66,63,50,66,88,80,51,77,64]}
        """;

    [Test]
    public async Task Drivers_OfASurvey_AreTheKnownParts()
    {
        JsonObject answer = await CalculationService.AnswerAsync("drivers", $$"""{{{Table}}}""");

        answer.ShouldHave(
            ("n", 30),
            ("droppedRows", 0),
            ("resamples", 1000),
            ("analysis.rSquared.value", 70.8291607961611),
            ("analysis.adjustedRSquared", 67.4632947341797),
            ("analysis.intercept.value", 10.5226028341167),
            ("analysis.intercept.standardError", 8.30480865141925),
            ("analysis.drivers[0].importance.value", 41.72671459152946),
            ("analysis.drivers[1].share.value", 23.312128259607806),
            ("analysis.drivers[1].coefficient.value", 0.220685741536321),
            ("analysis.drivers[1].coefficient.studentT", 1.47452029184932),
            ("analysis.drivers[1].coefficient.pValue", 0.15234830388037),
            ("analysis.drivers[2].standardizedCoefficient", -0.0244603660262688),
            ("analysis.drivers[2].correlation.value", 0.590138994877686),
            ("analysis.drivers[2].varianceInflation", 2.164556064978)
        );
        answer.Text("analysis.drivers[0].name").Should().Be("complaints");
        answer.Text("analysis.drivers[0].importance.unit").Should().Be("percent");
        answer.Text("analysis.drivers[0].importance.interval.method").Should().Be("bootstrapPercentile");
        answer.Text("method").Should().Be("relativeWeights");
        answer.IsNull("notFitted").Should().BeTrue();
    }

    [Test]
    public async Task Drivers_ByShapley_AreTheKnownParts()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "drivers",
            $$"""{ {{Table}}, "method": "shapley", "resamples": 0 }"""
        );

        answer.ShouldHave(
            ("analysis.drivers[0].importance.value", 42.20909272541077),
            ("analysis.drivers[2].importance.value", 12.689342185015548),
            ("resamples", 0)
        );
        answer.IsNull("analysis.drivers[0].importance.interval").Should().BeTrue();
    }

    [Test]
    public async Task Drivers_WithTheSameNumbers_HaveTheSameSeedAndAnswer()
    {
        string request = $$"""{ {{Table}}, "resamples": 100 }""";

        JsonObject one = await CalculationService.AnswerAsync("drivers", request);
        JsonObject two = await CalculationService.AnswerAsync("drivers", request);
        JsonObject other = await CalculationService.AnswerAsync(
            "drivers",
            $$"""{ {{Table}}, "resamples": 100, "seed": 7 }"""
        );

        two.ToJsonString().Should().Be(one.ToJsonString());
        other.At("seed")!.GetValue<long>().Should().Be(7);
        other.Number("analysis.rSquared.interval.lower").Should().NotBe(one.Number("analysis.rSquared.interval.lower"));
    }

    [Test]
    public async Task Drivers_WithGaps_LeaveRowsOutAndSaySo()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "drivers",
            """{"outcome":[1,2,null,4,6],"drivers":{"ease of use":[1,2,3,null,5]}}"""
        );

        answer.ShouldHave(("n", 3), ("droppedRows", 2));
        answer.Text("analysis.drivers[0].name").Should().Be("ease of use");
    }

    [TestCase("""{"outcome":[1,2],"drivers":{"a":[1,2]}}""", "tooFewObservations")]
    [TestCase("""{"outcome":[],"drivers":{"a":[]}}""", "tooFewObservations")]
    [TestCase("""{"outcome":[1,1,1,1],"drivers":{"a":[1,2,3,4]}}""", "noVariation")]
    public async Task Drivers_ThatCannotBeFitted_SayWhy(string body, string reason)
    {
        JsonObject answer = await CalculationService.AnswerAsync("drivers", body);

        answer.IsNull("analysis").Should().BeTrue();
        answer.Text("notFitted.reason").Should().Be(reason);
        answer.Text("notFitted.explanation").Should().NotBeEmpty();
    }

    [TestCase("{}", "outcome required", "drivers required")]
    [TestCase("""{"outcome":[1],"drivers":{}}""", "drivers required")]
    [TestCase("""{"outcome":[1,2],"drivers":{"a":[1],"b":null}}""", "drivers.a outOfRange", "drivers.b required")]
    [TestCase(
        """{"outcome":[1,1e301],"drivers":{"a b":[1,-1e301]}}""",
        "outcome[1] outOfRange",
        "drivers['a b'][1] outOfRange"
    )]
    [TestCase("""{"outcome":[1],"drivers":{"a b":["x"]}}""", "drivers['a b'][0] wrongType")]
    [TestCase("""{"outcome":[1],"drivers":{" ":[1]}}""", "drivers[' '] required")]
    [TestCase("""{"outcome":[1],"drivers":{"a":[1],"a":[2]}}""", "drivers.a wrongType")]
    [TestCase("""{"outcome":[1],"drivers":{"a":[1]},"method":"lasso"}""", "method unknownValue")]
    [TestCase(
        """{"outcome":[1],"drivers":{"a":[1]},"resamples":-1,"seed":9007199254740992}""",
        "resamples outOfRange",
        "seed outOfRange"
    )]
    [TestCase(
        """{"outcome":[1e300,-1e300,1e299,5e299],"drivers":{"a":[1e-300,2e-300,3e-300,5e-300]},"resamples":0}""",
        "drivers outOfRange"
    )]
    public Task Drivers_OfBadNumbers_AreRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("drivers", body, errors);
}
