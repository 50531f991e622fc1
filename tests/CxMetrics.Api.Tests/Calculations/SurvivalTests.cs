using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Survival and its comparison. Known numbers: R's survival and survRM2, data set aml and others of the reference.</summary>
public sealed class SurvivalTests
{
    private const string Ties =
        "\"time\":[1,2,2,2,3,3,4,5,5,6],\"event\":[true,true,true,false,true,false,true,false,true,false]";

    private const string Maintained =
        """{"name":"maintained","time":[9,13,13,18,23,28,31,34,45,48,161],"event":[true,true,false,true,true,false,true,true,false,true,false]}""";

    private const string NotMaintained =
        """{"name":"not maintained","time":[5,5,8,8,12,16,23,27,30,33,43,45],"event":[true,true,true,true,true,false,true,true,true,true,true,true]}""";

    [Test]
    public async Task Survival_AtTimes_IsTheKnownShareInPercent()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "survival",
            $$"""{{{Ties}},"at":[0,2,3.5,7],"horizon":6}"""
        );

        answer.ShouldHave(
            ("n", 10),
            ("events", 6),
            ("at[0].value", 100),
            ("at[1].value", 70),
            ("at[1].atRisk", 9),
            ("at[1].standardError", 14.4913767461894),
            ("at[1].interval.lower", 32.8716593279735),
            ("at[1].interval.upper", 89.1949041224844),
            ("at[2].value", 58.3333333333333),
            ("median.value", 4),
            ("median.interval.lower", 1),
            ("restrictedMean.value", 3.9125),
            ("restrictedMean.standardError", 0.582009658902286),
            ("restrictedMean.horizon", 6)
        );
        answer.IsNull("at[3].value").Should().BeTrue("nobody was observed for so long");
        answer.IsNull("median.interval.upper").Should().BeTrue();
        answer.IsNull("curve").Should().BeTrue();
        answer.Text("at[1].interval.method").Should().Be("logLog");
        answer.Text("median.unit").Should().Be("value");
        answer.Flags().Should().Equal("lowN");
    }

    [TestCase("logLog", 41.5974234910675, false)]
    [TestCase("plain", 41.5974234910675, true)]
    [TestCase("log", 46.6533226139489, true)]
    public async Task Survival_ByMethod_HasItsLimits(string method, double lower, bool isIt)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "survival",
            $$"""{{{Ties}},"at":[2],"method":"{{method}}"}"""
        );

        (Math.Abs(answer.Number("at[0].interval.lower") - lower) < 1e-9).Should().Be(isIt);
    }

    [Test]
    public async Task Survival_WithItsCurve_ListsEveryStep()
    {
        JsonObject answer = await CalculationService.AnswerAsync("survival", $$"""{{{Ties}},"curve":true}""");

        answer.At("curve")!.AsArray().Should().HaveCount(6);
        answer.ShouldHave(
            ("curve[2].time", 3),
            ("curve[2].atRisk", 6),
            ("curve[2].events", 1),
            ("curve[2].censored", 1),
            ("curve[2].value", 58.3333333333333),
            ("curve[2].lower", 22.9786518923984),
            ("curve[2].upper", 82.0739497172156)
        );
        answer.At("at")!.AsArray().Should().BeEmpty();
        answer.IsNull("restrictedMean").Should().BeTrue();
    }

    [Test]
    public async Task Survival_WithDelayedEntry_CountsWhoWasThere()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "survival",
            """
            {"entry":[0,0,1,2,0,3,4,1,0,5],"time":[3,5,6,4,7,8,9,9,10,10],
             "event":[true,false,true,true,true,false,true,true,false,false],"curve":true}
            """
        );

        answer.ShouldHave(("curve[0].atRisk", 7), ("curve[3].atRisk", 7), ("curve[7].atRisk", 2));
    }

    [Test]
    public async Task Survival_OfNobody_IsEmpty()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "survival",
            """{"time":[],"event":[],"entry":[],"at":[1],"horizon":2,"curve":true}"""
        );

        answer.IsNull("at[0].value").Should().BeTrue();
        answer.IsNull("median.value").Should().BeTrue();
        answer.IsNull("restrictedMean.value").Should().BeTrue();
        answer.At("curve")!.AsArray().Should().BeEmpty();
        answer.Flags().Should().Equal("empty");
    }

    [TestCase("{}", "time required", "event required")]
    [TestCase("""{"time":[1,-1],"event":[true,true]}""", "time[1] outOfRange")]
    [TestCase("""{"time":[1,2],"event":[true]}""", "event outOfRange")]
    [TestCase("""{"time":[1,2],"event":[1,0]}""", "event[0] wrongType")]
    [TestCase("""{"time":[1,2],"event":[true,true],"entry":[0]}""", "entry outOfRange")]
    [TestCase("""{"time":[1,2],"event":[true,true],"entry":[0,2]}""", "entry[1] outOfRange")]
    [TestCase("""{"time":[1],"event":[true],"at":[-1],"horizon":0}""", "at[0] outOfRange", "horizon outOfRange")]
    [TestCase("""{"time":[1],"event":[true],"method":"wilson"}""", "method unknownValue")]
    public Task Survival_OfBadNumbers_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("survival", body, errors);

    [Test]
    public async Task SurvivalDifference_OfTwoGroups_IsTheKnownTestAndDifference()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/survival",
            $$"""{"groups":[{{NotMaintained}},{{Maintained}}],"horizon":40}"""
        );

        answer.ShouldHave(
            ("logRank.chiSquare", 3.3963886989776),
            ("logRank.pValue", 0.0653393220405051),
            ("logRank.degreesOfFreedom", 1),
            ("petoPeto.chiSquare", 2.77927954475177),
            ("petoPeto.pValue", 0.0954911154064931),
            ("groups[0].events", 11),
            ("groups[0].expectedEvents", 7.31066400769928),
            ("groups[1].restrictedMean.value", 28.8977272727273),
            ("restrictedMeanDifference.value", 6.96717171717171),
            ("restrictedMeanDifference.interval.lower", -3.16723293481286),
            ("restrictedMeanDifference.interval.upper", 17.1015763691563),
            ("restrictedMeanDifference.pValue", 0.177841632195553)
        );
        answer.Text("groups[0].name").Should().Be("not maintained");
        answer.Text("restrictedMeanDifference.verdict").Should().Be("notDistinguishable");
        answer.IsNull("restrictedMeanDifference.answersNeeded").Should().BeTrue();
    }

    [Test]
    public async Task SurvivalDifference_OfThreeGroups_HasNoDifferenceOfMeans()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/survival",
            """
            {"groups":[
              {"name":"a","time":[2,3,3,5,6,8],"event":[true,true,false,true,true,false]},
              {"name":"b","time":[1,2,4,4,6,9],"event":[true,true,true,false,true,true]},
              {"name":"c","time":[5,7,8,8,10,12],"event":[false,true,true,false,true,false]}],"horizon":6}
            """
        );

        answer.ShouldHave(
            ("logRank.chiSquare", 5.35195101085762),
            ("logRank.degreesOfFreedom", 2),
            ("logRank.pValue", 0.0688396421850656),
            ("petoPeto.pValue", 0.0558886775713788)
        );
        answer.IsNull("restrictedMeanDifference").Should().BeTrue();
        answer.IsNull("groups[2].restrictedMean.value").Should().BeFalse();
        answer.Flags("logRank.flags").Should().Equal("lowN");
    }

    [Test]
    public async Task SurvivalDifference_OfNobody_HasNothingToCompare()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "difference/survival",
            """{"groups":[{"name":"a","time":[],"event":[]},{"name":"b","time":[],"event":[]}],"horizon":1}"""
        );

        answer.IsNull("logRank.chiSquare").Should().BeTrue();
        answer.IsNull("logRank.pValue").Should().BeTrue();
        answer.IsNull("restrictedMeanDifference.value").Should().BeTrue();
        answer.Flags("petoPeto.flags").Should().Equal("empty");
    }

    [TestCase("{}", "groups required")]
    [TestCase("""{"groups":[null,null]}""", "groups[0] required")]
    [TestCase("""{"groups":[{"name":"a","time":[],"event":[]}]}""", "groups required")]
    [TestCase(
        """{"groups":[{"name":"a","time":[1],"event":[true]},{"name":"a","time":[-1],"event":[true]}]}""",
        "groups[1].name duplicateMember",
        "groups[1].time[0] outOfRange"
    )]
    [TestCase(
        """{"groups":[{"time":[1],"event":[true]},{"name":"b","event":[]}]}""",
        "groups[0].name required",
        "groups[1].time required"
    )]
    [TestCase(
        """{"groups":[{"name":"a","time":[1],"event":[true]},{"name":"b","times":[1]}]}""",
        "groups[1].times unknownMember"
    )]
    public Task SurvivalDifference_OfBadGroups_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("difference/survival", body, errors);
}
