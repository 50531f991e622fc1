using System.Globalization;
using System.Text.Json.Nodes;
using CxMetrics.Api.Tests.Specification;

namespace CxMetrics.Api.Tests.Calculations;

/// <summary>Lifetime value without a contract. Known numbers: the simulated customers of the reference, whose fit was computed independently.</summary>
public sealed class LifetimeValueTests
{
    [Test]
    public async Task BgNbd_WithoutSpend_IsTheKnownFit()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            Request("\"horizon\":39,\"discountRate\":0.002", hasSpend: false)
        );

        answer.At("purchases.n")!.GetValue<long>().Should().Be(150);
        (string Name, double Value, double Error)[] parameters =
        [
            ("r", 1.091429924716262, 0.20200458225660697),
            ("alpha", 8.112592716678863, 1.9577171886420728),
            ("a", 0.9214214279795824, 0.43241321826725104),
            ("b", 2.4620480539150065, 1.4469812295424749),
        ];
        for (int index = 0; index < parameters.Length; index++)
        {
            string path = $"purchases.parameters[{index}]";
            (string name, double value, double error) = parameters[index];
            answer.Text($"{path}.name").Should().Be(name);
            answer.Number($"{path}.value").Should().BeApproximately(value, 1e-5 * value);
            answer.Number($"{path}.standardError").Should().BeApproximately(error, 1e-4 * error);
            answer.Text($"{path}.interval.method").Should().Be("deltaLog");
        }

        answer.Number("purchases.logLikelihood").Should().BeApproximately(-1345.1328432493863, 1e-6);
        answer.Number("purchases.totalPurchases.value").Should().BeApproximately(193.4267820296389, 1e-4);
        answer.IsNull("meanValue").Should().BeTrue();
        answer.IsNull("spend").Should().BeTrue();
        answer.IsNull("notFitted").Should().BeTrue();
        answer.IsNull("predictions").Should().BeTrue();
        answer.ShouldHave(("resamples", 0), ("horizon", 39), ("periodLength", 1), ("margin", 1));
    }

    [Test]
    public async Task BgNbd_OfANewCustomer_ExpectsTheKnownPurchases()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            Request("\"horizon\":13,\"periodLength\":4,\"discountRate\":0", hasSpend: false)
        );

        answer.Number("purchases.purchasesOfNewCustomer.value").Should().BeApproximately(3.167643472167709, 1e-5);
        answer
            .Number("purchases.purchasesOfNewCustomer.standardError")
            .Should()
            .BeApproximately(0.3287530467548996, 1e-4);
    }

    [Test]
    public async Task BgNbd_WithSpend_HasAMeanValueWithIntervalAndSeed()
    {
        string request = Request("\"horizon\":12,\"discountRate\":0.01,\"resamples\":50", hasSpend: true);

        JsonObject answer = await CalculationService.AnswerAsync("clv/bg-nbd", request);
        JsonObject again = await CalculationService.AnswerAsync("clv/bg-nbd", request);

        answer.ToJsonString().Should().Be(again.ToJsonString(), "the seed comes from the customers");
        double value = answer.Number("meanValue.value");
        answer.Number("meanValue.interval.lower").Should().BePositive().And.BeLessThan(value);
        answer.Number("meanValue.interval.upper").Should().BeGreaterThan(value);
        answer.Text("meanValue.interval.method").Should().Be("customerBootstrap");
        answer.Number("spend.meanSpend.value").Should().BeInRange(20, 60);
        answer.Text("spend.parameters[2].name").Should().Be("v");
        answer.ShouldHave(("resamples", 50));
        answer.At("seed")!.GetValue<long>().Should().BeInRange(0, (1L << 53) - 1);
        answer.Flags("meanValue.flags").Should().Contain("lowN", "fewer than 200 customers bought again");
    }

    [Test]
    public async Task BgNbd_WithAnotherSeed_HasAnotherIntervalAndTheSameValue()
    {
        JsonObject one = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            Request("\"horizon\":12,\"discountRate\":0.01,\"resamples\":50,\"seed\":1", hasSpend: true)
        );
        JsonObject two = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            Request("\"horizon\":12,\"discountRate\":0.01,\"resamples\":50,\"seed\":2", hasSpend: true)
        );

        one.At("seed")!.GetValue<long>().Should().Be(1);
        two.Number("meanValue.value").Should().Be(one.Number("meanValue.value"));
        two.Number("meanValue.interval.lower").Should().NotBe(one.Number("meanValue.interval.lower"));
    }

    [Test]
    public async Task BgNbd_WithoutResamples_HasTheMeanOfThePredictions()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            Request("\"horizon\":12,\"discountRate\":0.01,\"resamples\":0,\"predictions\":true", hasSpend: true)
        );

        JsonArray predictions = answer.At("predictions")!.AsArray();
        predictions.Should().HaveCount(150);
        answer.IsNull("meanValue.interval").Should().BeTrue();
        answer
            .Number("meanValue.value")
            .Should()
            .BeApproximately(predictions.Average(customer => customer!.Number("discountedValue")), 1e-9);
        predictions[0]!.ShouldHave(("activePercent", 100), ("valueInterval.lower", 0));
        predictions[0]!.Text("purchasesInterval.method").Should().Be("predictiveQuantiles");
    }

    [Test]
    public async Task BgNbd_WithoutSpend_PredictsPurchasesOnly()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            Request("\"horizon\":39,\"discountRate\":0,\"predictions\":true", hasSpend: false)
        );

        JsonArray predictions = answer.At("predictions")!.AsArray();
        predictions
            .Sum(customer => customer!.Number("purchases"))
            .Should()
            .BeApproximately(answer.Number("purchases.totalPurchases.value"), 1e-6);
        predictions[0]!.IsNull("valueInterval").Should().BeTrue();
        predictions[0]!.IsNull("discountedValue").Should().BeTrue();
    }

    [TestCase("[]")]
    [TestCase("""[{"frequency":0,"recency":0,"age":10},{"frequency":0,"recency":0,"age":12}]""")]
    public async Task BgNbd_OfCustomersWithoutRepeatPurchase_IsNotFitted(string customers)
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            $$"""{"customers":{{customers}},"horizon":1,"discountRate":0}"""
        );

        answer.Text("notFitted.reason").Should().Be("tooFewObservations");
        answer.Text("notFitted.explanation").Should().NotBeEmpty();
        answer.IsNull("purchases").Should().BeTrue();
        answer.IsNull("meanValue").Should().BeTrue();
    }

    [Test]
    public async Task BgNbd_OfEqualSpends_HasPurchasesAndSaysWhyNoSpend()
    {
        JsonObject answer = await CalculationService.AnswerAsync(
            "clv/bg-nbd",
            Request("\"horizon\":12,\"discountRate\":0.01", _ => 30)
        );

        answer.Text("notFitted.reason").Should().Be("noVariation");
        answer.IsNull("purchases").Should().BeFalse();
        answer.IsNull("spend").Should().BeTrue();
        answer.IsNull("meanValue").Should().BeTrue();
    }

    [TestCase("{}", "customers required", "horizon required", "discountRate required")]
    [TestCase("""{"customers":[null],"horizon":1,"discountRate":0}""", "customers[0] required")]
    [TestCase(
        """{"customers":[{"frequency":-1,"recency":2,"age":1}],"horizon":0,"discountRate":-1}""",
        "customers[0].frequency outOfRange",
        "customers[0].recency outOfRange",
        "horizon outOfRange",
        "discountRate outOfRange"
    )]
    [TestCase(
        """{"customers":[{"frequency":0,"recency":1,"age":1}],"horizon":1,"discountRate":0}""",
        "customers[0].recency outOfRange"
    )]
    [TestCase(
        """{"customers":[{"frequency":1,"age":1,"meanValue":-1}],"horizon":1,"discountRate":0}""",
        "customers[0].recency required",
        "customers[0].meanValue outOfRange"
    )]
    [TestCase(
        """{"customers":[{"frequency":1,"recency":1,"age":1,"meanValue":1},{"frequency":1,"recency":1,"age":1}],"horizon":1,"discountRate":0}""",
        "customers[1].meanValue required"
    )]
    [TestCase(
        """{"customers":[{"frequency":1,"recency":1,"age":1,"meanSpend":1}],"horizon":1,"discountRate":0}""",
        "customers[0].meanSpend unknownMember"
    )]
    [TestCase(
        """{"customers":[],"horizon":1,"discountRate":0,"margin":0,"periodLength":0,"timing":"x","resamples":10,"seed":-1}""",
        "periodLength outOfRange",
        "margin outOfRange",
        "timing unknownValue",
        "resamples outOfRange",
        "seed outOfRange"
    )]
    public Task BgNbd_OfBadNumbers_IsRefusedByMember(string body, params string[] errors) =>
        CalculationService.AssertRefusedAsync("clv/bg-nbd", body, errors);

    [TestCase("1e-151", "periodLength outOfRange")]
    [TestCase("1e150", "horizon outOfRange")]
    [TestCase("1e151", "periodLength outOfRange")]
    public Task BgNbd_OfPeriodsBeyondAllTimes_IsRefusedByMember(string length, string error) =>
        CalculationService.AssertRefusedAsync("clv/bg-nbd", WithPeriods(length), error);

    [Test]
    public async Task BgNbd_OfTheShortestPeriods_ExpectsNextToNothing() =>
        (await CalculationService.AnswerAsync("clv/bg-nbd", WithPeriods("1e-150")))
            .Number("purchases.totalPurchases.value")
            .Should()
            .BeInRange(1e-147, 1e-143);

    private static string WithPeriods(string length) =>
        Request($"\"horizon\":12000,\"periodLength\":{length},\"discountRate\":0", hasSpend: false);

    private static string Request(string options, bool hasSpend) =>
        Request(options, hasSpend ? index => 20 + (17 * index % 41) : null);

    private static string Request(string options, Func<int, double>? spend)
    {
        JsonNode inputs = JsonNode.Parse(
            File.ReadAllText(Repository.PathOf("tests", "CxMetrics.Calculation.Tests", "Reference", "clv.json"))
        )!["cases"]!
            .AsArray()
            .Single(reference => reference!["id"]!.GetValue<string>() == "bgnbd_fit_simulated_150")!["inputs"]!;
        var customers = inputs["frequency"]!
            .AsArray()
            .Select(
                (frequency, index) =>
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{{\"frequency\":{frequency},\"recency\":{inputs["recency"]![index]},\"age\":{inputs["T"]![index]}{Spend(spend, index)}}}"
                    )
            );
        return $$"""{"customers":[{{string.Join(',', customers)}}],{{options}}}""";
    }

    private static string Spend(Func<int, double>? spend, int index) =>
        spend is null ? "" : string.Create(CultureInfo.InvariantCulture, $",\"meanValue\":{spend(index)}");
}
