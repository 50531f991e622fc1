using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Trends and control charts. Known numbers: R's trend, lm and qcc, in tests/CxMetrics.Calculation.Tests/Reference.</summary>
public sealed class SeriesTests
{
    private const string Nps = "[32,35,31,38,41,39,44,42,47,45,50,52]";

    [Test]
    public async Task Trend_OfARisingSeries_IsTheKnownOne()
    {
        JsonObject answer = await CalculationService.AnswerAsync("trend", $$"""{"values":{{Nps}}}""");

        answer.ShouldHave(
            ("mannKendall.s", 56),
            ("mannKendall.variance", 212.66666666666666),
            ("mannKendall.z", 3.771490147280579),
            ("mannKendall.pValue", 0.00016227556647604348),
            ("mannKendall.tauB", 0.8484848484848484),
            ("senSlope.value", 1.71428571428571),
            ("senSlope.intercept", 30.357142857142858),
            ("senSlope.interval.lower", 1.5),
            ("senSlope.interval.upper", 2.2),
            ("line.slope.value", 1.7692307692307692),
            ("line.slope.standardError", 0.17749476905772346),
            ("line.slope.interval.lower", 1.3737477782689242),
            ("line.intercept.value", 29.833333333333332),
            ("line.statistic", 9.96779104321319),
            ("line.pValue", 1.6372441870803657e-06),
            ("line.rSquared", 90.8556261059644),
            ("line.sigma", 2.122528728928823)
        );
        answer.Text("senSlope.interval.method").Should().Be("senRTrend");
        answer.Text("line.slope.interval.method").Should().Be("t");
        answer.IsNull("notFitted").Should().BeTrue();
        answer.Flags("mannKendall.flags").Should().Equal("lowN");
    }

    [TestCase("trend", """{"values":[1e18,35,31,38,41,39]}""")]
    [TestCase("control-chart", """{"chart":"u","limits":"laney","events":[1,1,1],"exposures":[1,1,1e300]}""")]
    public async Task Series_OfVeryDifferentNumbers_IsAnswered(string name, string body) =>
        (await CalculationService.AnswerAsync(name, body)).Should().NotBeEmpty();

    [Test]
    public async Task Trend_AtTimesInAnyOrder_IsThatOfTheOrderedSeries()
    {
        JsonObject ordered = await CalculationService.AnswerAsync("trend", """{"values":[1,3,2,5]}""");
        JsonObject shuffled = await CalculationService.AnswerAsync(
            "trend",
            """{"values":[5,1,2,3],"times":[4,1,3,2]}"""
        );

        shuffled.ToJsonString().Should().Be(ordered.ToJsonString());
    }

    [Test]
    public async Task Trend_WithWeights_WeighsTheLine() =>
        (
            await CalculationService.AnswerAsync(
                "trend",
                $$"""{"values":{{Nps}},"weights":[120,90,100,150,80,60,200,210,190,75,88,140],"confidence":0.9}"""
            )
        ).ShouldHave(
            ("line.slope.value", 1.7880611133184463),
            ("line.slope.interval.lower", 1.4689410546628094),
            ("line.sigma", 22.52074707437228),
            ("mannKendall.s", 56)
        );

    [Test]
    public async Task Trend_WithStandardErrors_TakesThemAsKnown()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "trend",
            """{"values":[10,14],"times":[0,2],"standardErrors":[3,4]}"""
        );

        answer.ShouldHave(("line.slope.value", 2), ("line.slope.standardError", 2.5), ("line.intercept.value", 10));
        answer.Text("line.slope.interval.method").Should().Be("normal");
    }

    [TestCase("normal", 0.0001230028939102859)]
    [TestCase("continuityCorrected", 0.00016227556647604348)]
    [TestCase("exact", 1.6342325370103148e-05)]
    public async Task Trend_ByTest_HasItsPValue(string test, double pValue) =>
        (await CalculationService.AnswerAsync("trend", $$"""{"values":{{Nps}},"test":"{{test}}"}"""))
            .Number("mannKendall.pValue")
            .Should()
            .BeApproximately(pValue, 1e-12);

    [TestCase("[]")]
    [TestCase("[7]")]
    public async Task Trend_OfTooFewValues_HasNoLineAndSaysWhy(string values)
    {
        JsonObject answer = await CalculationService.AnswerAsync("trend", $$"""{"values":{{values}}}""");

        answer.IsNull("line").Should().BeTrue();
        answer.Text("notFitted.reason").Should().Be("tooFewObservations");
        answer.IsNull("mannKendall.pValue").Should().BeTrue();
        answer.IsNull("senSlope.value").Should().BeTrue();
        answer.IsNull("senSlope.intercept").Should().BeTrue();
    }

    [TestCase("{}", "values required")]
    [TestCase("""{"values":[1,1e301]}""", "values[1] outOfRange")]
    [TestCase("""{"values":[1,2],"times":[1]}""", "times outOfRange")]
    [TestCase("""{"values":[1,2],"weights":[1,-1]}""", "weights[1] outOfRange")]
    [TestCase("""{"values":[1,2],"standardErrors":[1,0]}""", "standardErrors[1] outOfRange")]
    [TestCase("""{"values":[1,2],"standardErrors":[1,1],"weights":[1,1]}""", "standardErrors unknownMember")]
    [TestCase("""{"values":[1],"test":"t"}""", "test unknownValue")]
    [TestCase("""{"values":[1],"method":"t"}""", "method unknownValue")]
    [TestCase("""{"values":[1,2],"times":[1,1],"test":"exact"}""", "test outOfRange")]
    [TestCase(
        """{"values":[1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21],"test":"exact"}""",
        "test outOfRange"
    )]
    public Task Trend_OfBadNumbers_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("trend", body, errors);

    [Test]
    public async Task PChart_OfWeeks_SignalsInPercent()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "control-chart",
            """{"chart":"p","successes":[310,295,402,288,150,333],"trials":[1000,950,1210,940,610,1000]}"""
        );

        answer.ShouldHave(
            ("center", 31.138353765323995),
            ("points[1].value", 31.05263157894737),
            ("points[1].lower", 26.631266397765935),
            ("points[1].upper", 35.645441132882055),
            ("baselinePoints", 6)
        );
        answer.Flags("points[4].signals").Should().Equal("beyondLimits");
        answer.Flags("points[5].signals").Should().BeEmpty();
        answer.Text("unit").Should().Be("percent");
        answer.IsNull("sigma").Should().BeTrue();
        answer.IsNull("movingRanges").Should().BeTrue();
    }

    [Test]
    public async Task UChart_OfRates_HasTheKnownLimits() =>
        (
            await CalculationService.AnswerAsync(
                "control-chart",
                """{"chart":"u","events":[12,8,15,9,22],"exposures":[100,80,120,90,100]}"""
            )
        ).ShouldHave(
            ("center", 0.1346938775510204),
            ("points[1].lower", 0.011596106553776936),
            ("points[4].value", 0.22),
            ("points[4].upper", 0.2447958710824358)
        );

    [TestCase("", 31.665403237485066, 11.878297888322185)]
    [TestCase(""","constants":"table" """, 31.662153449387496, 11.885880077369439)]
    [TestCase(""","constants":"rounded" """, 31.660606060606064, 11.879999999999999)]
    public async Task XmrChart_ByConstants_HasTheKnownLimits(string option, double lower, double rangeUpper)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "control-chart",
            $$"""{"chart":"xmr","values":{{Nps}}{{option}}}"""
        );

        answer.ShouldHave(
            ("center", 41.333333333333336),
            ("points[0].lower", lower),
            ("movingRanges[2].value", 7),
            ("movingRanges[2].upper", rangeUpper)
        );
        answer.At("movingRanges")!.AsArray().Should().HaveCount(11);
    }

    [Test]
    public async Task CusumAndEwma_WithGivenLevel_AreTheKnownOnes()
    {
        const string Series =
            "\"values\":[9.45,7.99,9.29,11.66,12.16,10.18,8.04,11.46,9.2,10.34,9.03,11.47,10.51,9.4,10.08,9.37,10.62,10.31,8.52,10.84,10.9,9.33,12.29,11.5,10.6,11.08,10.38,11.62,11.31,10.52],\"target\":10,\"sigma\":1";

        JsonObject cusum = await CalculationService.AnswerAsync("control-chart", $$"""{"chart":"cusum",{{Series}}}""");
        JsonObject ewma = await CalculationService.AnswerAsync("control-chart", $$"""{"chart":"ewma",{{Series}}}""");

        cusum.ShouldHave(
            ("points[1].lowerSum", -1.56),
            ("points[28].upperSum", 5.28),
            ("points[28].upper", 5),
            ("center", 0),
            ("sigma", 1),
            ("baselinePoints", 0)
        );
        cusum.Flags("points[27].signals").Should().BeEmpty();
        cusum.Flags("points[28].signals").Should().Equal("high");
        cusum.Text("unit").Should().Be("sigma");
        ewma.ShouldHave(
            ("points[1].value", 9.51),
            ("points[1].lower", 9.231625091508057),
            ("points[1].upper", 10.768374908491943),
            ("center", 10)
        );
        ewma.At("points[0]")!.AsObject().ContainsKey("upperSum").Should().BeFalse();
    }

    [Test]
    public async Task Cusum_WithoutLevel_TakesItFromTheBaseline() =>
        (
            await CalculationService.AnswerAsync(
                "control-chart",
                $$"""{"chart":"cusum","values":{{Nps}},"baselinePoints":12}"""
            )
        ).ShouldHave(("sigma", 3.222643365282756), ("baselinePoints", 12));

    [Test]
    public async Task Chart_OfNothing_IsEmpty()
    {
        JsonObject answer = await CalculationService.AnswerAsync("control-chart", """{"chart":"xmr","values":[]}""");

        answer.IsNull("center").Should().BeTrue();
        answer.At("points")!.AsArray().Should().BeEmpty();
        answer.Flags().Should().Equal("empty");
    }

    [TestCase("{}", "chart required")]
    [TestCase("""{"chart":"c"}""", "chart unknownValue")]
    [TestCase("""{"chart":"p"}""", "successes required", "trials required")]
    [TestCase("""{"chart":"p","successes":[1],"trials":[0]}""", "successes[0] outOfRange")]
    [TestCase("""{"chart":"p","successes":[1,2],"trials":[3]}""", "trials outOfRange")]
    [TestCase(
        """{"chart":"p","successes":[1],"trials":[3],"baselinePoints":2,"rules":"x","limits":"y","values":[1]}""",
        "values unknownMember",
        "baselinePoints outOfRange",
        "rules unknownValue",
        "limits unknownValue"
    )]
    [TestCase("""{"chart":"u","events":[1],"exposures":[0]}""", "exposures[0] outOfRange")]
    [TestCase("""{"chart":"u","events":[-1],"exposures":[1]}""", "events[0] outOfRange")]
    [TestCase("""{"chart":"xmr","values":[1],"constants":"z"}""", "constants unknownValue")]
    [TestCase("""{"chart":"xmr","values":[1],"sigma":1,"weight":0.5}""", "sigma unknownMember", "weight unknownMember")]
    [TestCase("""{"chart":"cusum","values":[1,1]}""", "sigma required")]
    [TestCase("""{"chart":"cusum","values":[1],"target":0}""", "sigma required")]
    [TestCase(
        """{"chart":"cusum","values":[1],"target":0,"sigma":1,"baselinePoints":1}""",
        "baselinePoints unknownMember"
    )]
    [TestCase(
        """{"chart":"cusum","values":[1],"target":0,"sigma":1,"shift":0,"decisionInterval":1001}""",
        "shift outOfRange",
        "decisionInterval outOfRange"
    )]
    [TestCase("""{"chart":"cusum","values":[1e300],"target":0,"sigma":1e-300}""", "values outOfRange")]
    [TestCase("""{"chart":"cusum","values":[1e300,-1e300]}""", "values outOfRange")]
    [TestCase("""{"chart":"ewma","values":[1e300,-1e300]}""", "values outOfRange")]
    [TestCase(
        """{"chart":"ewma","values":[1],"target":0,"sigma":1,"weight":1.1,"width":0}""",
        "weight outOfRange",
        "width outOfRange"
    )]
    public Task Chart_OfBadNumbers_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("control-chart", body, errors);
}
