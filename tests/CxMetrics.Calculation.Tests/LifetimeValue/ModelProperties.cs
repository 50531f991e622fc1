using CxMetrics.Calculation.LifetimeValue;
using MathNet.Numerics;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class ModelProperties
{
    [Test]
    public void BgNbd_AnyModel_AgreesWithItsStoryIntegrated() =>
        ForAll(
            ModelGenerators.BgNbds(),
            ModelGenerators.Customers(),
            (model, customer) =>
            {
                int x = customer.Frequency;
                double Rate(double time) =>
                    BruteForce.OverGamma(model.R, model.Alpha, rate => Math.Pow(rate, x) * Math.Exp(-rate * time));
                double stays = BruteForce.OverBeta(model.A, model.B, p => Math.Pow(1 - p, x));
                double leaves = x == 0 ? 0 : BruteForce.OverBeta(model.A, model.B, p => p * Math.Pow(1 - p, x - 1));
                double alive = stays * Rate(customer.Age);
                double gone = leaves * Rate(customer.Recency);
                ShouldAgree(Math.Exp(model.LogLikelihood(customer)), alive + gone);
                ShouldAgree(model.ProbabilityAlive(customer), alive / (alive + gone));
            }
        );

    [Test]
    public void BgNbdExpectedPurchases_AnyModel_AgreesWithItsStoryIntegrated()
    {
        // Given rate and dropout probability, the expected number is (1 - e^(-λpt))/p.
        foreach (
            (BgNbd model, double horizon) in new[] { (new BgNbd(1.3, 5, 1.4, 2.2), 12.0), (new BgNbd(2, 1, 3, 1), 30) }
        )
        {
            double expected = BruteForce.OverGamma(
                model.R,
                model.Alpha,
                rate => BruteForce.OverBeta(model.A, model.B, p => (1 - Math.Exp(-rate * p * horizon)) / p)
            );
            model.ExpectedPurchases(horizon).Should().BeApproximately(expected, 1e-9 * expected);
        }
    }

    [Test]
    public void ParetoNbd_AnyModel_AgreesWithItsStoryIntegrated()
    {
        foreach (ParetoNbd model in new ParetoNbd[] { new(1.2, 9, 1.7, 3), new(1.5, 2, 1.1, 14), new(2, 5, 2, 5) })
        {
            foreach (CustomerHistory customer in new CustomerHistory[] { new(0, 0, 12), new(2, 3, 20), new(5, 20, 20) })
            {
                int x = customer.Frequency;
                double alive = BruteForce.OverGamma(
                    model.R,
                    model.Alpha,
                    rate =>
                        BruteForce.OverGamma(
                            model.S,
                            model.Beta,
                            death => Math.Pow(rate, x) * Math.Exp(-(rate + death) * customer.Age)
                        )
                );
                double gone = BruteForce.OverGamma(
                    model.R,
                    model.Alpha,
                    rate =>
                        BruteForce.OverGamma(
                            model.S,
                            model.Beta,
                            death =>
                                Math.Pow(rate, x)
                                * (death / (rate + death))
                                * (
                                    Math.Exp(-(rate + death) * customer.Recency)
                                    - Math.Exp(-(rate + death) * customer.Age)
                                )
                        )
                );
                ShouldAgree(Math.Exp(model.LogLikelihood(customer)), alive + gone);
                ShouldAgree(model.ProbabilityAlive(customer), alive / (alive + gone));
            }
        }
    }

    [Test]
    public void GammaGamma_AnyModel_AgreesWithItsStoryIntegrated() =>
        ForAll(
            ModelGenerators.GammaGammas(),
            ModelGenerators.Customers(),
            (model, customer) =>
            {
                if (customer.Frequency == 0)
                {
                    model.LogLikelihood(customer).Should().BeNull();
                    return;
                }

                double x = customer.Frequency;
                double z = customer.MonetaryValue;
                double shape = model.P * x;
                double Density(double scale) =>
                    Math.Exp(
                        (shape * Math.Log(scale * x))
                            + ((shape - 1) * Math.Log(z))
                            - (scale * x * z)
                            - SpecialFunctions.GammaLn(shape)
                    );
                double likelihood = BruteForce.OverGamma(model.Q, model.V, Density);
                ShouldAgree(Math.Exp(model.LogLikelihood(customer)!.Value), likelihood);

                // The mean spend of a customer whose scale is known is p over it.
                double mean = BruteForce.OverGamma(model.Q, model.V, scale => Density(scale) * model.P / scale);
                ShouldAgree(model.ExpectedSpend(customer)!.Value, mean / likelihood);
            }
        );

    [Test]
    public void ProbabilityAlive_LaterLastPurchase_IsNotLower() =>
        ForAll(
            ModelGenerators.BgNbds(),
            ModelGenerators.ParetoNbds(),
            ModelGenerators.Customers(),
            (model, pareto, customer) =>
            {
                CustomerHistory later = customer with
                {
                    Recency = customer.Frequency == 0 ? 0 : (customer.Recency + customer.Age) / 2,
                };
                model.ProbabilityAlive(customer).Should().BeInRange(0, 1);
                pareto.ProbabilityAlive(customer).Should().BeInRange(0, 1);
                model.ProbabilityAlive(later).Should().BeGreaterThanOrEqualTo(model.ProbabilityAlive(customer));
                pareto
                    .ProbabilityAlive(later)
                    .Should()
                    .BeGreaterThanOrEqualTo(pareto.ProbabilityAlive(customer) - 1e-14);
            }
        );

    [Test]
    public void ExpectedPurchases_LongerHorizon_AreNotFewer() =>
        ForAll(
            ModelGenerators.BgNbds(),
            ModelGenerators.Customers(),
            ModelGenerators.Horizons(),
            (model, customer, horizon) =>
            {
                ParetoNbd pareto = new(model.R, model.Alpha, model.A, model.B);
                double few = model.ExpectedPurchases(customer, horizon);
                double paretoFew = pareto.ExpectedPurchases(customer, horizon);
                few.Should().BeGreaterThanOrEqualTo(0);
                paretoFew.Should().BeGreaterThanOrEqualTo(0);
                model.ExpectedPurchases(customer, horizon * 1.5).Should().BeGreaterThanOrEqualTo(few);
                pareto.ExpectedPurchases(customer, horizon * 1.5).Should().BeGreaterThanOrEqualTo(paretoFew);
                model.ExpectedPurchases(customer, 0).Should().Be(0);
                pareto.ExpectedPurchases(customer, 0).Should().Be(0);
            }
        );

    [Test]
    public void FuturePurchases_AnyCustomer_IsADistributionWithTheExpectedMean() =>
        ForAll(
            ModelGenerators.BgNbds(),
            ModelGenerators.Customers(),
            ModelGenerators.Horizons(),
            (model, customer, horizon) =>
            {
                FuturePurchases future = model.FuturePurchases(customer, horizon);
                double sum = 0;
                double mean = 0;
                long count = 0;
                while (future.ProbabilityAtLeast(count) > 1e-14)
                {
                    double probability = future.Probability(count);
                    double tail = future.ProbabilityAtLeast(count) - future.ProbabilityAtLeast(count + 1);
                    probability.Should().BeApproximately(tail, 1e-12);
                    sum += probability;
                    mean += count * probability;
                    count++;
                }

                sum.Should().BeApproximately(1, 1e-11);
                mean.Should().BeApproximately(model.ExpectedPurchases(customer, horizon), 1e-8);
                future.Mean.Should().BeApproximately(model.ExpectedPurchases(customer, horizon), 1e-12 * (1 + mean));
            }
        );

    [Test]
    public void FuturePurchasesInterval_AnyCustomer_HoldsAtLeastItsLevel() =>
        ForAll(
            ModelGenerators.BgNbds(),
            ModelGenerators.Customers(),
            ModelGenerators.Horizons(),
            (model, customer, horizon) =>
            {
                FuturePurchases future = model.FuturePurchases(customer, horizon);
                ConfidenceInterval interval = future.Interval(0.8);
                ConfidenceInterval wider = future.Interval(0.95);
                double below = 1 - future.ProbabilityAtLeast((long)interval.Lower);
                double above = future.ProbabilityAtLeast((long)interval.Upper + 1);
                below.Should().BeLessThanOrEqualTo(0.1 + 1e-12);
                above.Should().BeLessThanOrEqualTo(0.1 + 1e-12);
                wider.Lower.Should().BeLessThanOrEqualTo(interval.Lower);
                wider.Upper.Should().BeGreaterThanOrEqualTo(interval.Upper);
                future.Quantile(0.5).Should().BeInRange((long)interval.Lower, (long)interval.Upper);
            }
        );

    private static void ShouldAgree(double actual, double expected) =>
        actual.Should().BeApproximately(expected, 1e-9 * Math.Abs(expected));
}
