using System.Text.Json.Nodes;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Revenue retention and contractual lifetime value. Known numbers: tests/CxMetrics.Calculation.Tests/Reference and metric definitions.</summary>
public sealed class RevenueTests
{
    private const string Customers =
        """[{"start":100,"end":100},{"start":200,"end":250},{"start":300,"end":150},{"start":400,"end":0},{"start":0,"end":80}]""";

    [Test]
    public async Task RevenueRetention_OfCustomers_IsTheKnownOneInPercent()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "revenue-retention",
            $$"""{"customers":{{Customers}},"confidence":0.9}"""
        );

        answer.ShouldHave(
            ("netRevenueRetention.value", 50),
            ("netRevenueRetention.n", 4),
            ("netRevenueRetention.standardError", 29.43920288775949),
            ("netRevenueRetention.interval.lower", 0.7753788898881904),
            ("netRevenueRetention.interval.upper", 204.5861895459646),
            ("grossRevenueRetention.value", 45),
            ("grossRevenueRetention.interval.lower", 13.86541418525785),
            ("grossRevenueRetention.interval.upper", 80.61479554468333),
            ("grossRevenueRetention.nEffective", 3.3333333333333335),
            ("customerRetention.value", 75),
            ("customerRetention.interval.lower", 35.61680085985063),
            ("movements.start", 1000),
            ("movements.expansion", 50),
            ("movements.contraction", 150),
            ("movements.churned", 400),
            ("movements.added", 80),
            ("movements.end", 580)
        );
        answer.Text("netRevenueRetention.interval.method").Should().Be("fiellerT");
        answer.Text("grossRevenueRetention.interval.method").Should().Be("wilsonKish");
        answer.Text("netRevenueRetention.unit").Should().Be("percent");
        answer.Flags("netRevenueRetention.flags").Should().Equal("lowN", "concentrated");
        answer.At("customerRetention.breakdown")!.ToJsonString().Should().Be("""{"retained":3,"lost":1}""");
    }

    [TestCase("deltaZ", 1.5768203555085344)]
    [TestCase("logDeltaT", 12.508396426294066)]
    public async Task RevenueRetention_ByMethod_HasItsInterval(string method, double lower) =>
        (
            await CalculationService.AnswerAsync(
                "revenue-retention",
                $$"""{"customers":{{Customers}},"confidence":0.9,"method":"{{method}}"}"""
            )
        ).ShouldHave(("netRevenueRetention.interval.lower", lower));

    [TestCase("[]")]
    [TestCase("""[{"start":0,"end":5}]""")]
    public async Task RevenueRetention_WithoutCustomersAtTheStart_IsEmpty(string customers)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "revenue-retention",
            $$"""{"customers":{{customers}}}"""
        );

        foreach (string rate in new[] { "netRevenueRetention", "grossRevenueRetention", "customerRetention" })
        {
            answer.IsNull($"{rate}.value").Should().BeTrue(rate);
            answer.Flags($"{rate}.flags").Should().Equal("empty");
        }
    }

    [TestCase("{}", "customers required")]
    [TestCase("""{"customers":[{"start":1,"end":1},null]}""", "customers[1] required")]
    [TestCase(
        """{"customers":[{"start":1,"end":1},{"start":-1}]}""",
        "customers[1].start outOfRange",
        "customers[1].end required"
    )]
    [TestCase("""{"customers":[{"start":1,"end":1,"stop":1}]}""", "customers[0].stop unknownMember")]
    [TestCase("""{"customers":[{"start":1,"end":"1"}]}""", "customers[0].end wrongType")]
    [TestCase("""{"customers":[{"start":1e-300,"end":1e300}]}""", "customers outOfRange")]
    [TestCase("""{"customers":[{"start":1,"end":1}],"method":"wilsonKish"}""", "method unknownValue")]
    public Task RevenueRetention_OfBadNumbers_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("revenue-retention", body, errors);

    [TestCase("", "logSquareAndAdd", 1018.2913271832712, 2282.769984740932)]
    [TestCase(""","method":"deltaZ" """, "deltaZ", 902.8734941604774, 2140.604766709088)]
    [TestCase(""","method":"logDeltaZ" """, "logDeltaZ", 1013.2578290331833, 2285.3906624200104)]
    [TestCase(""","method":"churnWilson" """, "churnWilson", 1021.1092258327288, 2276.5298265761453)]
    public async Task SimpleClv_ByMethod_IsTheKnownOne(string option, string method, double lower, double upper)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/contractual",
            $$"""{"arpa":50,"arpaStandardError":1.2,"margin":0.7,"customers":1000,"churned":23,"maximumLifetime":1000{{option}}}"""
        );

        answer.ShouldHave(
            ("simple.value", 1521.7391304347825),
            ("simple.standardError", 315.7535756553888),
            ("simple.interval.lower", lower),
            ("simple.interval.upper", upper),
            ("simple.n", 1000)
        );
        answer.Text("simple.interval.method").Should().Be(method);
        answer.Flags("simple.flags").Should().Equal("lowN");
        answer.IsNull("discounted").Should().BeTrue();
    }

    [Test]
    public async Task SimpleClv_OfLongLifetimes_IsCutAtSixtyPeriods()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/contractual",
            """{"arpa":10,"customers":10000,"churned":100}"""
        );

        answer.ShouldHave(("simple.value", 600));
        answer.Flags("simple.flags").Should().Equal("clipped");
    }

    [Test]
    public async Task SimpleClv_WhenNobodyLeft_HasOnlyALowerLimit()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/contractual",
            """{"arpa":10,"customers":10,"churned":0}"""
        );

        answer.IsNull("simple.value").Should().BeTrue();
        answer.Number("simple.interval.lower").Should().BeGreaterThan(10);
        answer.IsNull("simple.interval.upper").Should().BeTrue();
    }

    [TestCase("now", 292.06338364865786)]
    [TestCase("afterOnePeriod", 212.40973356266028)]
    public async Task DiscountedClv_AtAConstantRetention_IsTheKnownSum(string firstPayment, double value)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/contractual",
            $$"""
            { "arpa": 125, "margin": 0.8, "customers": 100, "churned": 20,
              "discounted": { "discountRate": 0.1, "payments": 5, "firstPayment": "{{firstPayment}}" } }
            """
        );

        answer.ShouldHave(("discounted.value", value), ("discounted.payments", 5), ("discounted.discountRate", 0.1));
        answer.Text("discounted.model").Should().Be("constantRetention");
        answer.Text("discounted.firstPayment").Should().Be(firstPayment);
        answer.IsNull("simple").Should().BeFalse();
    }

    [TestCase("\"survivors\":[1000,631,468,382,326,289,262,241]")]
    [TestCase("\"cohorts\":[[1000,631,468,382,326,289,262,241]]")]
    public async Task DiscountedClv_OfSurvivors_IsThatOfTheShiftedBetaGeometricModel(string form)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/contractual",
            $$"""{ "arpa": 10, "discounted": { "discountRate": 0.1, "payments": 1000, {{form}} } }"""
        );

        answer.ShouldHave(("discounted.value", 36.94908427512111), ("discounted.n", 1000));
        answer.Number("discounted.parameters[0].value").Should().BeApproximately(0.7040772984735161, 1e-5);
        answer.Number("discounted.parameters[1].value").Should().BeApproximately(1.1820430262094754, 1e-5);
        answer.Number("discounted.parameters[1].standardError").Should().BeApproximately(0.15247563167590927, 1e-5);
        answer.Text("discounted.parameters[0].name").Should().Be("alpha");
        answer.IsNull("discounted.notFitted").Should().BeTrue();
        answer.IsNull("simple").Should().BeTrue();
    }

    [Test]
    public async Task DiscountedClv_OfACurve_DiscountsEachPayment()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/contractual",
            """
            { "arpa": 10, "customers": 50,
              "discounted": { "discountRate": 0.25, "survival": [100, 80, 50], "survivalStandardErrors": [0, 5.656854249492381, 7.0710678118654755] } }
            """
        );

        answer.ShouldHave(("discounted.value", 10 + 6.4 + 3.2), ("discounted.payments", 3), ("discounted.n", 50));
        answer.Text("discounted.model").Should().Be("survival");
        answer.Text("discounted.interval.method").Should().Be("logitDelta");
    }

    [Test]
    public async Task DiscountedClv_WhenNobodyLeft_SaysWhyThereIsNoModel()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/contractual",
            """{"arpa":1,"discounted":{"discountRate":0.1,"payments":3,"survivors":[10,10,10]}}"""
        );

        answer.IsNull("discounted.value").Should().BeTrue();
        answer.Text("discounted.notFitted.reason").Should().Be("tooFewObservations");
        answer.Text("discounted.notFitted.explanation").Should().NotBeEmpty();
        answer.At("discounted.parameters")!.AsArray().Should().BeEmpty();
    }

    [TestCase("{}", "arpa required", "customers required", "churned required")]
    [TestCase("""{"arpa":1,"churned":2}""", "customers required")]
    [TestCase(
        """{"arpa":1,"customers":9,"discounted":{"discountRate":0.1,"payments":2,"survivors":[2,1]}}""",
        "customers unknownMember"
    )]
    [TestCase(
        """{"arpa":1,"customers":0,"churned":0,"discounted":{"discountRate":0.1,"survival":[90],"survivalStandardErrors":[1]}}""",
        "customers outOfRange"
    )]
    [TestCase("""{"arpa":-1,"customers":1,"churned":2}""", "arpa outOfRange", "churned outOfRange")]
    [TestCase("""{"arpa":1e151,"customers":1,"churned":1}""", "arpa outOfRange")]
    [TestCase("""{"arpa":1,"margin":1.5,"customers":1,"churned":1}""", "margin outOfRange")]
    [TestCase("""{"arpa":1,"arpaStandardError":-1,"customers":1,"churned":1}""", "arpaStandardError outOfRange")]
    [TestCase("""{"arpa":1,"customers":1,"churned":1,"maximumLifetime":0.5}""", "maximumLifetime outOfRange")]
    [TestCase("""{"arpa":1,"customers":1,"churned":1,"method":"fiellerT"}""", "method unknownValue")]
    [TestCase(
        """{"arpa":1,"discounted":{}}""",
        "discounted.discountRate required",
        "discounted.payments required",
        "discounted.survivors required"
    )]
    [TestCase(
        """{"arpa":1,"discounted":{"discountRate":0,"payments":0,"survivors":[1,2],"firstPayment":"afterOnePeriod"}}""",
        "discounted.payments outOfRange",
        "discounted.discountRate outOfRange",
        "discounted.firstPayment outOfRange",
        "discounted.survivors[1] outOfRange"
    )]
    [TestCase(
        """{"arpa":1,"discounted":{"discountRate":0.1,"payments":2,"cohorts":[[3,2],null]}}""",
        "discounted.cohorts[1] required"
    )]
    [TestCase(
        """{"arpa":1,"discounted":{"discountRate":0.1,"payments":2,"cohorts":[[3,2],[3,-1]]}}""",
        "discounted.cohorts[1][1] outOfRange"
    )]
    [TestCase(
        """{"arpa":1,"discounted":{"discountRate":0.1,"payments":2,"survivors":[]}}""",
        "discounted.survivors[0] required"
    )]
    [TestCase(
        """{"arpa":1,"discounted":{"discountRate":0.1,"payments":2,"cohorts":[]}}""",
        "discounted.cohorts[0] required"
    )]
    [TestCase(
        """{"arpa":1,"customers":9,"discounted":{"discountRate":0.1,"survivors":[1],"survival":[1]}}""",
        "discounted.survivors tooMany"
    )]
    [TestCase(
        """{"arpa":1,"discounted":{"discountRate":0.1,"payments":2,"survival":[90,95]}}""",
        "customers required",
        "discounted.payments unknownMember",
        "discounted.survival[1] outOfRange",
        "discounted.survivalStandardErrors required"
    )]
    [TestCase(
        """{"arpa":1,"customers":9,"discounted":{"discountRate":0.1,"survival":[101],"survivalStandardErrors":[1,2]}}""",
        "discounted.survival[0] outOfRange",
        "discounted.survivalStandardErrors outOfRange"
    )]
    public Task ContractualClv_OfBadNumbers_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("clv/contractual", body, errors);
}
