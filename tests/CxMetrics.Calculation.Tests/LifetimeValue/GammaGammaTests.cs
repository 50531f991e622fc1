using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class GammaGammaTests
{
    private static readonly GammaGamma Cdnow = new(6.25, 3.74, 15.44);

    [TestCase(2, 22.35, 24.66)]
    [TestCase(7, 73.74, 71.47)]
    [TestCase(0, 0, 35.22)]
    public void ExpectedSpend_OfThePublishedExamples_IsThePublishedNumber(
        int frequency,
        double mean,
        double expected
    ) => Cdnow.ExpectedSpend(new CustomerHistory(frequency, 0, 0, mean)).Should().BeApproximately(expected, 5e-3);

    [TestCase(1.0)]
    [TestCase(0.5)]
    public void PopulationMean_ShapeNotAboveOne_IsNull(double q)
    {
        GammaGamma model = new(0.3, q, 10);
        model.PopulationMean.Should().BeNull();
        model.ExpectedSpend(default).Should().BeNull();
        model.ExpectedSpend(new CustomerHistory(1, 0, 0, 5)).HasValue.Should().Be(0.3 + q > 1);
        model.ExpectedSpend(new CustomerHistory(100, 0, 0, 5)).Should().BeInRange(0, 10);
    }

    [Test]
    public void Customer_OfExtremeParameters_HasFiniteNumbersOrNone()
    {
        foreach (
            (double p, double q, double v) in new[] { (1e-12, 1e12, 1e305), (1e12, 1e-12, 1e-305), (1e12, 1e12, 1) }
        )
        {
            GammaGamma model = new(p, q, v);
            foreach (CustomerHistory customer in ExtremeCustomers.All)
            {
                double.IsFinite(model.LogLikelihood(customer) ?? 0).Should().BeTrue();
                double.IsFinite(model.ExpectedSpend(customer) ?? 0).Should().BeTrue();
            }
        }
    }

    [Test]
    public void Fit_SpendRisingWithFrequency_DoubtsTheAssumption()
    {
        CustomerHistory[] customers =
        [
            .. Spenders(400, seed: 3).Select(c => c with { MonetaryValue = c.MonetaryValue * c.Frequency }),
        ];
        GammaGammaFit fit = GammaGamma.Fit(customers).Model!;
        fit.Correlation.Should().BeGreaterThan(GammaGammaFit.LargestCorrelation);
        fit.Caveats.Should().HaveFlag(Caveats.AssumptionDoubtful);
    }

    [Test]
    public void Fit_OnePurchaseEach_IsFittedWithoutACorrelation()
    {
        CustomerHistory[] customers = [.. Spenders(600, seed: 4).Select(c => c with { Frequency = 1 })];
        GammaGammaFit fit = GammaGamma.Fit(customers).Model!;
        fit.Correlation.Should().BeNull();
        fit.Caveats.Should().Be(Caveats.None);
    }

    [Test]
    public void Fit_FreePurchasesAndOneTimeBuyers_AreLeftOut()
    {
        CustomerHistory[] spenders = Spenders(150, seed: 6);
        CustomerHistory[] all = [.. spenders, new(3, 1, 2), new(0, 0, 2), new(1, 1, 2)];
        GammaGammaFit fit = GammaGamma.Fit(all).Model!;
        fit.Model.Should().Be(GammaGamma.Fit(spenders).Model!.Model);
        fit.FreeCustomers.Should().Be(2);
        fit.RepeatCustomers.Should().Be(150);
        fit.Caveats.Should().HaveFlag(Caveats.LowSampleSize);
    }

    [Test]
    public void Fit_SimulatedSpend_RecoversTheParametersWithinTheirErrors()
    {
        GammaGammaFit fit = GammaGamma.Fit(Spenders(3000, seed: 8)).Model!;
        foreach ((ParameterEstimate parameter, double truth) in fit.Parameters().Zip([3.0, 4, 20]))
        {
            double distance = Math.Abs(parameter.Estimate.Value!.Value - truth);
            distance.Should().BeLessThan(3.5 * parameter.Estimate.StandardError!.Value);
        }
    }

    [TestCase(1e-300)]
    [TestCase(1024)]
    [TestCase(1e297)]
    public void Fit_OtherCurrency_ScalesTheScaleOnly(double rate)
    {
        CustomerHistory[] customers = Spenders(300, seed: 9);
        GammaGammaFit plain = GammaGamma.Fit(customers).Model!;
        GammaGammaFit scaled = GammaGamma
            .Fit([.. customers.Select(c => c with { MonetaryValue = c.MonetaryValue * rate })])
            .Model!;
        scaled.Model.P.Should().BeApproximately(plain.Model.P, 1e-8 * plain.Model.P);
        scaled.Model.Q.Should().BeApproximately(plain.Model.Q, 1e-8 * plain.Model.Q);
        (scaled.Model.V / rate).Should().BeApproximately(plain.Model.V, 1e-8 * plain.Model.V);
        scaled.LogLikelihood.Should().BeApproximately(plain.LogLikelihood - (300 * Math.Log(rate)), 1e-6);
    }

    [Test]
    public void Fit_TooFewOrEqual_SaysWhy()
    {
        CustomerHistory[] two = [new(1, 1, 2, 5), new(2, 1, 2, 7), new(0, 0, 2), new(4, 1, 2)];
        CustomerHistory[] equal = [.. Enumerable.Range(1, 50).Select(x => new CustomerHistory(x, 1, 2, 9.99))];
        GammaGamma.Fit(two).Reason.Should().Be(NotFittedReason.TooFewObservations);
        GammaGamma.Fit(equal).Reason.Should().Be(NotFittedReason.NoVariation);
        GammaGamma.Fit([]).Reason.Should().Be(NotFittedReason.TooFewObservations);
    }

    [Test]
    public void Fit_SpendThatDoesNotVaryWithinCustomers_HasNoMaximum()
    {
        CustomerHistory[] customers =
        [
            .. Enumerable
                .Range(0, 300)
                .Select(i => new CustomerHistory(1 + (i % 4), 1, 2, Math.Pow(((i * 37 % 300) + 0.5) / 300, -1.3))),
        ];
        FitOutcome<GammaGammaFit> outcome = GammaGamma.Fit(customers);
        outcome.Reason.Should().Be(NotFittedReason.NoMaximum);
        outcome.Explanation.Should().Contain("p grow");
    }

    [Test]
    public void PopulationMean_Always_IsInItsInterval()
    {
        Estimate mean = GammaGamma.Fit(Spenders(300, seed: 10)).Model!.PopulationMean(0.9);
        mean.Interval!.Value.Lower.Should().BeLessThan(mean.Value!.Value);
        mean.Interval.Value.Upper.Should().BeGreaterThan(mean.Value.Value);
        mean.Interval.Value.Method.Should().Be("deltaLog");
    }

    private static CustomerHistory[] Spenders(int count, long seed) =>
        [
            .. Simulation
                .BgNbd(new BgNbd(2, 4, 0.5, 3), 4 * count, 20, 40, seed, new GammaGamma(3, 4, 20))
                .Where(customer => customer.Frequency > 0)
                .Take(count),
        ];
}
