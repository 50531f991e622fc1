using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class BgNbdTests
{
    private static readonly BgNbd Cdnow = new(0.243, 4.414, 0.793, 2.426);
    private static readonly CustomerHistory Published = new(2, 30.43, 38.86);

    [Test]
    public void Customer_OfThePublishedExample_HasThePublishedNumbers()
    {
        Cdnow.ExpectedPurchases(Published, 39).Should().BeApproximately(1.2260, 5e-4);
        Cdnow.ProbabilityAlive(Published).Should().BeApproximately(0.7266, 5e-5);
    }

    [Test]
    public void ProbabilityAlive_WithoutARepeatPurchase_IsOne() =>
        Cdnow.ProbabilityAlive(new CustomerHistory(0, 0, 1000)).Should().Be(1);

    [Test]
    public void ExpectedPurchases_OfACustomerJustAcquired_AreThoseOfANewOne() =>
        Cdnow.ExpectedPurchases(new CustomerHistory(0, 0, 0), 52).Should().Be(Cdnow.ExpectedPurchases(52));

    [TestCase(0.999999)]
    [TestCase(1.000001)]
    public void ExpectedPurchases_NearTheSingularityOfThePublishedForm_AreContinuous(double a)
    {
        double at = new BgNbd(0.243, 4.414, 1, 2.426).ExpectedPurchases(52);
        new BgNbd(0.243, 4.414, a, 2.426).ExpectedPurchases(52).Should().BeApproximately(at, 1e-6);
    }

    [TestCase(1e-12, 1e-12, 1e-12)]
    [TestCase(1e12, 1e12, 1e12)]
    [TestCase(1e12, 1e-12, 1e12)]
    [TestCase(1e-12, 1e12, 1e-12)]
    public void Customer_OfExtremeParameters_HasFiniteNumbers(double r, double a, double b)
    {
        foreach (double alpha in new[] { 1e-305, 1, 1e305 })
        {
            BgNbd model = new(r, alpha, a, b);
            foreach (CustomerHistory customer in ExtremeCustomers.All)
            {
                double.IsFinite(model.LogLikelihood(customer)).Should().BeTrue();
                model.ProbabilityAlive(customer).Should().BeInRange(0, 1);
                double horizon = Math.Min(1, 1e100 * (alpha + customer.Age));
                double purchases = model.ExpectedPurchases(customer, horizon);
                (purchases >= 0 && double.IsFinite(purchases)).Should().BeTrue();
            }
        }
    }

    [Test]
    public void ExpectedPurchases_OfManyCustomers_AreThoseOfEach()
    {
        CustomerHistory[] customers = Simulation.BgNbd(new BgNbd(1, 5, 0.8, 2.5), 800, 1, 60, seed: 5);
        customers[17] = new CustomerHistory(5000, 30, 60);
        foreach (double horizon in new[] { 0, 0.01, 39, 1e4 })
        {
            double[] purchases = new double[customers.Length];
            Cdnow.ExpectedPurchases(customers, horizon, purchases);
            for (int row = 0; row < customers.Length; row++)
            {
                double alone = Cdnow.ExpectedPurchases(customers[row], horizon);
                purchases[row].Should().BeApproximately(alone, 1e-12 * alone);
            }
        }
    }

    [TestCase(-1.0)]
    [TestCase(double.NaN)]
    [TestCase(double.PositiveInfinity)]
    [TestCase(1e200)]
    public void Horizon_OutOfRange_IsRefused(double horizon)
    {
        Action[] calls =
        [
            () => Cdnow.ExpectedPurchases(horizon),
            () => Cdnow.ExpectedPurchases(Published, horizon),
            () => Cdnow.ExpectedPurchases([Published], horizon, new double[1]),
            () => Cdnow.FuturePurchases(Published, horizon),
        ];
        foreach (Action call in calls)
        {
            call.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(nameof(horizon));
        }
    }

    [Test]
    public void ExpectedPurchases_PlacesNotAsManyAsCustomers_AreRefused()
    {
        Action act = () => Cdnow.ExpectedPurchases([Published], 1, new double[2]);
        act.Should().Throw<ArgumentException>().WithParameterName("purchases");
    }

    [TestCase(0.0, 1.0, 1.0, 1.0, "r")]
    [TestCase(1.0, -1.0, 1.0, 1.0, "alpha")]
    [TestCase(1.0, 1.0, double.NaN, 1.0, "a")]
    [TestCase(1.0, 1.0, 1.0, 1e13, "b")]
    public void Parameter_OutOfRange_IsRefused(double r, double alpha, double a, double b, string name)
    {
        Action act = () => _ = new BgNbd(r, alpha, a, b);
        act.Should().Throw<ArgumentOutOfRangeException>().WithParameterName(name);
    }

    [Test]
    public void FuturePurchases_ImpossibleQuestions_AreRefused()
    {
        FuturePurchases future = Cdnow.FuturePurchases(Published, 39);
        Action count = () => future.Probability(-1);
        Action tail = () => future.ProbabilityAtLeast(-1);
        Action quantile = () => future.Quantile(1);
        Action level = () => future.Interval(0);
        count.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
        tail.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("count");
        quantile.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("probability");
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
    }

    [Test]
    public void FuturePurchases_OverNoTime_AreNone()
    {
        FuturePurchases future = Cdnow.FuturePurchases(Published, 0);
        (future.Mean, future.Probability(0), future.Probability(1), future.Quantile(0.999)).Should().Be((0, 1, 0, 0));
    }

    [Test]
    public void FuturePurchases_OfAVeryFrequentBuyer_NeedNoCounting()
    {
        FuturePurchases future = new BgNbd(1, 1, 1e-6, 1).FuturePurchases(new CustomerHistory(1_000_000, 50, 50), 50);
        future.Quantile(0.5).Should().BeInRange(950_000, 1_050_000);
        future.Interval().Upper.Should().BeInRange(980_000, 1_050_000);
    }
}
