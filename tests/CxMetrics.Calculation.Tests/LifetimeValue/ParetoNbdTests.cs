using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class ParetoNbdTests
{
    private static readonly ParetoNbd Cdnow = new(0.553, 10.578, 0.606, 11.668);
    private static readonly CustomerHistory Published = new(2, 30.43, 38.86);

    [Test]
    public void LogLikelihood_AlphaAndBetaCrossing_IsContinuous()
    {
        double at = new ParetoNbd(0.5, 10, 0.6, 10).LogLikelihood(Published);
        new ParetoNbd(0.5, 10, 0.6, 10 + 1e-9).LogLikelihood(Published).Should().BeApproximately(at, 1e-9);
        new ParetoNbd(0.5, 10, 0.6, 10 - 1e-9).LogLikelihood(Published).Should().BeApproximately(at, 1e-9);
    }

    [Test]
    public void ProbabilityAlive_PurchaseAtTheEnd_IsOne() =>
        Cdnow.ProbabilityAlive(new CustomerHistory(3, 20, 20)).Should().Be(1);

    [Test]
    public void ExpectedPurchases_ShapeOfDropoutOne_IsTheLimit()
    {
        double at = new ParetoNbd(0.553, 10.578, 1, 11.668).ExpectedPurchases(Published, 52);
        new ParetoNbd(0.553, 10.578, 1 + 1e-10, 11.668)
            .ExpectedPurchases(Published, 52)
            .Should()
            .BeApproximately(at, 1e-9);
    }

    [Test]
    public void DiscountedResidualTransactions_SmallRate_ApproachAllPurchasesToCome()
    {
        ParetoNbd model = new(1, 5, 3, 10);
        double all = model.ExpectedPurchases(Published, 1e9);
        model.DiscountedResidualTransactions(Published, 1e-10).Should().BeApproximately(all, 1e-6 * all);
        model.DiscountedResidualTransactions(Published, 0.01).Should().BeLessThan(all);
    }

    [TestCase(1e-12, 1e-12)]
    [TestCase(1e12, 1e12)]
    [TestCase(1e12, 1e-12)]
    [TestCase(1e-12, 1e12)]
    public void Customer_OfExtremeParameters_HasFiniteNumbers(double r, double s)
    {
        foreach ((double alpha, double beta) in new[] { (1e-305, 1e305), (1e305, 1e-305), (1, 1), (1e-305, 1e-305) })
        {
            ParetoNbd model = new(r, alpha, s, beta);
            foreach (CustomerHistory customer in ExtremeCustomers.All)
            {
                double.IsFinite(model.LogLikelihood(customer)).Should().BeTrue($"{model} {customer}");
                model.ProbabilityAlive(customer).Should().BeInRange(0, 1);
                double horizon = Math.Min(1, 1e100 * (Math.Min(alpha, beta) + customer.Age));
                double purchases = model.ExpectedPurchases(customer, horizon);
                (purchases >= 0 && double.IsFinite(purchases)).Should().BeTrue();
            }
        }
    }

    // From an integral at 40 digits: customers who hardly differ, so that α and β are much longer than the history.
    [TestCase(1e10, 1e10, 1e10, 1e10, 2.2507032576445667833e-7)]
    [TestCase(1e6, 1e6, 1e6, 1e6, 2.25086867268372971e-7)]
    [TestCase(0.553, 10.578, 0.606, 11.669, 0.52500699355318052)]
    public void ProbabilityAlive_LongScales_KeepsItsDigits(
        double r,
        double alpha,
        double s,
        double beta,
        double expected
    )
    {
        ParetoNbd model = new(r, alpha, s, beta);
        model.ProbabilityAlive(new CustomerHistory(3, 2, 10)).Should().BeApproximately(expected, 1e-11 * expected);
    }

    [Test]
    public void ExpectedPurchases_OfManyCustomers_AreThoseOfEach()
    {
        CustomerHistory[] customers = [Published, new(0, 0, 5), new(7, 29.43, 38.86)];
        double[] purchases = new double[3];
        Cdnow.ExpectedPurchases(customers, 39, purchases);
        purchases.Should().Equal(customers.Select(customer => Cdnow.ExpectedPurchases(customer, 39)));
    }

    [Test]
    public void Arguments_OutOfRange_AreRefused()
    {
        Action rate = () => Cdnow.DiscountedResidualTransactions(Published, 0);
        Action horizon = () => Cdnow.ExpectedPurchases(-1);
        Action places = () => Cdnow.ExpectedPurchases([Published], 1, []);
        Action s = () => _ = new ParetoNbd(1, 1, 0, 1);
        Action beta = () => _ = new ParetoNbd(1, 1, 1, double.PositiveInfinity);
        rate.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("continuousRate");
        horizon.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("horizon");
        places.Should().Throw<ArgumentException>().WithParameterName("purchases");
        s.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("s");
        beta.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("beta");
    }
}
