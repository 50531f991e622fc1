using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Calculation.Resampling;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class LifetimeValueModelTests
{
    private static readonly BgNbd Purchases = new(0.2426, 4.4136, 0.7929, 2.4259);
    private static readonly GammaGamma Spend = new(6.25, 3.74, 15.44);
    private static readonly CustomerHistory Customer = new(2, 30.43, 38.86, 22.35);

    [TestCase(DiscountTiming.EndOfPeriod)]
    [TestCase(DiscountTiming.Continuous)]
    public void Value_WithoutADiscount_IsPurchasesTimesSpend(DiscountTiming timing)
    {
        LifetimeValueModel model = Model(LifetimeValueTerms.Monthly(4.345, annualRate: 0, margin: 0.4, timing: timing));
        double expected =
            0.4 * Purchases.ExpectedPurchases(Customer, 36 * 4.345) * Spend.ExpectedSpend(Customer)!.Value;
        model.Value(Customer).Should().BeApproximately(expected, 1e-13 * expected);
    }

    [TestCase(0.1)]
    [TestCase(3.0)]
    [TestCase(1e6)]
    public void Value_Continuous_IsTheLimitOfShortPeriods(double annualRate)
    {
        // The error of n short periods falls as 1/n, so that two of them give the limit.
        double Short(int parts) =>
            Model(
                    LifetimeValueTerms.FromPeriods(
                        24 * parts,
                        4.345 / parts,
                        Math.Pow(1 + annualRate, 1 / (12.0 * parts)) - 1
                    )
                )
                .Value(Customer)!
                .Value;
        double limit = (2 * Short(400)) - Short(200);
        LifetimeValueTerms terms = LifetimeValueTerms.Monthly(4.345, 24, annualRate, timing: DiscountTiming.Continuous);
        Model(terms).Value(Customer).Should().BeApproximately(limit, 1e-5 * limit);
        Model(terms).Value(Customer).Should().BeGreaterThan(Short(400));
    }

    [Test]
    public void Value_HigherRateShorterHorizonLowerMargin_IsLower()
    {
        double full = Model(LifetimeValueTerms.Monthly(4.345)).Value(Customer)!.Value;
        Model(LifetimeValueTerms.Monthly(4.345, annualRate: 0.2)).Value(Customer).Should().BeLessThan(full);
        Model(LifetimeValueTerms.Monthly(4.345, months: 24)).Value(Customer).Should().BeLessThan(full);
        Model(LifetimeValueTerms.Monthly(4.345, margin: 0.5))
            .Value(Customer)
            .Should()
            .BeApproximately(full / 2, 1e-12 * full);
    }

    [TestCase(DiscountTiming.EndOfPeriod)]
    [TestCase(DiscountTiming.Continuous)]
    public void Values_OfManyCustomers_AreThoseOfEach(DiscountTiming timing)
    {
        LifetimeValueModel model = Model(LifetimeValueTerms.Monthly(4.345, timing: timing));
        CustomerHistory[] customers = Simulation.BgNbd(new BgNbd(1, 5, 0.8, 2.5), 400, 1, 60, seed: 6, Spend);
        customers[5] = new CustomerHistory(6000, 50, 60, 3);
        double?[] values = new double?[customers.Length];
        model.Values(customers, values);
        for (int row = 0; row < customers.Length; row++)
        {
            double alone = model.Value(customers[row])!.Value;
            values[row].Should().BeApproximately(alone, 1e-12 * alone);
        }
    }

    [Test]
    public void Value_InfiniteMeanSpend_IsNullForThoseItConcerns()
    {
        LifetimeValueModel model = new(Purchases, new GammaGamma(2, 0.9, 10), LifetimeValueTerms.Monthly(4.345));
        model.Value(default).Should().BeNull();
        model.Predict(default).DiscountedValue.Should().BeNull();
        model.Predict(default).ValueInterval.Upper.Should().BePositive();
        model.Value(Customer).Should().BePositive();
    }

    [Test]
    public void Predict_AnyCustomer_AgreesWithItsParts()
    {
        LifetimeValueModel model = Model(LifetimeValueTerms.Monthly(4.345, margin: 0.3));
        CustomerPrediction prediction = model.Predict(Customer);
        prediction.ProbabilityAlive.Should().Be(Purchases.ProbabilityAlive(Customer));
        prediction.Purchases.Should().BeApproximately(Purchases.ExpectedPurchases(Customer, 36 * 4.345), 1e-12);
        prediction.SpendPerPurchase.Should().Be(Spend.ExpectedSpend(Customer));
        prediction.DiscountedValue.Should().Be(model.Value(Customer));
        prediction.Value.Should().BeGreaterThan(prediction.DiscountedValue!.Value);
        prediction.PurchasesInterval.Method.Should().Be("predictiveQuantiles");
    }

    [TestCase(2)]
    [TestCase(40)]
    public void Predict_AnyCustomer_IntervalsHoldSimulatedFuturesAtTheirLevel(int frequency)
    {
        CustomerHistory customer = new(frequency, 37, 38.86, 22.35);
        LifetimeValueModel model = Model(LifetimeValueTerms.Monthly(4.345));
        CustomerPrediction prediction = model.Predict(customer, 0.8);
        var random = new RandomStreamSource(17);
        int below = 0;
        int above = 0;
        int tooMany = 0;
        const int Draws = 4000;
        for (int draw = 0; draw < Draws; draw++)
        {
            (int purchases, double value) = Future(random, customer, model.Terms.Horizon);
            below += value < prediction.ValueInterval.Lower ? 1 : 0;
            above += value > prediction.ValueInterval.Upper ? 1 : 0;
            tooMany += purchases > prediction.PurchasesInterval.Upper ? 1 : 0;
        }

        // Four standard errors of 4,000 draws of one in ten.
        ((double)above / Draws)
            .Should()
            .BeApproximately(0.1, 0.019);
        ((double)below / Draws).Should().BeLessThan(0.119);
        ((double)tooMany / Draws).Should().BeLessThan(0.119);
    }

    [Test]
    public void Predict_HigherLevel_IsWider()
    {
        LifetimeValueModel model = Model(LifetimeValueTerms.Monthly(4.345));
        ConfidenceInterval narrow = model.Predict(new CustomerHistory(20, 38, 38.86, 22), 0.5).ValueInterval;
        ConfidenceInterval wide = model.Predict(new CustomerHistory(20, 38, 38.86, 22), 0.95).ValueInterval;
        wide.Lower.Should().BeLessThanOrEqualTo(narrow.Lower);
        wide.Upper.Should().BeGreaterThan(narrow.Upper);
        Action level = () => model.Predict(Customer, 1);
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(level));
    }

    [Test]
    public void Predict_VeryManyPurchases_IsStillAnInterval()
    {
        LifetimeValueModel model = new(new BgNbd(1, 1, 1e-6, 1), Spend, LifetimeValueTerms.Monthly(1, annualRate: 0));
        CustomerPrediction prediction = model.Predict(new CustomerHistory(1_000_000, 36, 36, 10));
        prediction.ValueInterval.Lower.Should().BeInRange(0.9 * prediction.Value!.Value, prediction.Value.Value);
        prediction.ValueInterval.Upper.Should().BeInRange(prediction.Value.Value, 1.1 * prediction.Value.Value);
    }

    [TestCase(1 - 1e-9)]
    [TestCase(1 - 1e-11)]
    [TestCase(1 - 1.2e-16)]
    public void Predict_LevelNextToOne_HasFiniteLimitsThatGrow(double level)
    {
        LifetimeValueModel model = Model(LifetimeValueTerms.Monthly(4.345));
        ConfidenceInterval usual = model.Predict(Customer, 0.999).ValueInterval;
        ConfidenceInterval extreme = model.Predict(Customer, level).ValueInterval;
        extreme.Lower.Should().Be(0);
        extreme.Upper.Should().BeGreaterThan(usual.Upper).And.BeLessThan(1e7);
    }

    [Test]
    public void Predict_SpendOfNextToNothing_KeepsTheLimitsInOrder()
    {
        LifetimeValueModel model = new(Purchases, new GammaGamma(1e-6, 3.74, 15.44), LifetimeValueTerms.Monthly(4.345));
        CustomerPrediction prediction = model.Predict(Customer, 0.01);
        prediction.ValueInterval.Lower.Should().Be(0);
        prediction.ValueInterval.Upper.Should().BeLessThan(1e-100);
    }

    [Test]
    public void Predict_ValueBeyondEveryNumber_IsNone()
    {
        LifetimeValueModel model = new(
            new BgNbd(1e12, 1e-100, 1e-12, 1e12),
            Spend,
            LifetimeValueTerms.FromPeriods(1, 1, 0)
        );
        CustomerPrediction prediction = model.Predict(new CustomerHistory(2, 1, 1, 1e300));
        prediction.Value.Should().BeNull();
        prediction.DiscountedValue.Should().BeNull();
        double.IsFinite(prediction.ValueInterval.Upper).Should().BeTrue();
    }

    [Test]
    public void Arguments_ThatCannotBe_AreRefused()
    {
        Action horizon = () =>
            _ = new LifetimeValueModel(new BgNbd(1, 1e-300, 1, 1), Spend, LifetimeValueTerms.Monthly(1));
        Action places = () => Model(LifetimeValueTerms.Monthly(1)).Values([Customer], []);
        horizon.Should().Throw<ArgumentOutOfRangeException>();
        places.Should().Throw<ArgumentException>().WithParameterName("values");
    }

    private static LifetimeValueModel Model(LifetimeValueTerms terms) => new(Purchases, Spend, terms);

    // A future of the customer by the story of the models, from the posterior of rate, dropout and spend.
    private static (int Purchases, double Value) Future(Random random, CustomerHistory customer, double horizon)
    {
        if (random.NextDouble() >= Purchases.ProbabilityAlive(customer))
        {
            return (0, 0);
        }

        int x = customer.Frequency;
        double rate = Gamma.Sample(random, Purchases.R + x, Purchases.Alpha + customer.Age);
        double dropout = Beta.Sample(random, Purchases.A, Purchases.B + x);
        double scale = Gamma.Sample(random, Spend.Q + (Spend.P * x), Spend.V + (x * customer.MonetaryValue));
        int purchases = 0;
        double time = Exponential.Sample(random, rate);
        while (time <= horizon)
        {
            purchases++;
            time = random.NextDouble() < dropout ? double.PositiveInfinity : time + Exponential.Sample(random, rate);
        }

        return (purchases, purchases == 0 ? 0 : Gamma.Sample(random, Spend.P * purchases, scale));
    }
}
