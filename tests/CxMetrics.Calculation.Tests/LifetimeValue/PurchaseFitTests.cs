using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Calculation.Resampling;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

/// <summary>Fits of BG/NBD and Pareto/NBD: what they recover, what does not matter to them, and where they say no.</summary>
public sealed class PurchaseFitTests
{
    private static readonly BgNbd Truth = new(0.8, 6, 0.9, 2.5);
    private static readonly CustomerHistory[] Customers = Simulation.BgNbd(Truth, 1500, 20, 50, seed: 1);

    [Test]
    public void BgNbd_SimulatedCustomers_RecoversTheParametersWithinTheirErrors() =>
        ShouldRecover(BgNbd.Fit(Customers).Model!.Parameters(), [Truth.R, Truth.Alpha, Truth.A, Truth.B]);

    [Test]
    public void ParetoNbd_SimulatedCustomers_RecoversTheParametersWithinTheirErrors()
    {
        ParetoNbd truth = new(0.8, 6, 0.9, 12);
        CustomerHistory[] customers = Simulation.ParetoNbd(truth, 1500, 50, seed: 2);
        ShouldRecover(ParetoNbd.Fit(customers).Model!.Parameters(), [truth.R, truth.Alpha, truth.S, truth.Beta]);
    }

    [Test]
    public void Fit_Always_IsAMaximumOfWhatTheModelSays()
    {
        BgNbdFit fit = BgNbd.Fit(Customers).Model!;
        fit.LargestGradient.Should().BeLessThan(1e-6);
        fit.LogLikelihood.Should().BeApproximately(Customers.Sum(fit.Model.LogLikelihood), 1e-8);
        foreach (double factor in new[] { 0.99, 1.01 })
        {
            foreach (BgNbd other in Neighbours(fit.Model, factor))
            {
                Customers.Sum(other.LogLikelihood).Should().BeLessThan(fit.LogLikelihood);
            }
        }
    }

    [Test]
    public void Fit_CustomersInAnotherOrder_IsTheSame()
    {
        CustomerHistory[] shuffled = [.. Customers];
        new RandomStreamSource(5).Shuffle(shuffled.AsSpan(0, 300));
        ShouldBeNear(BgNbd.Fit(shuffled).Model!.Model, BgNbd.Fit(Customers).Model!.Model, 1, 1e-8);
        double pareto = ParetoNbd.Fit(Customers.AsSpan(0, 300)).Model!.LogLikelihood;
        ParetoNbd.Fit(shuffled.AsSpan(0, 300)).Model!.LogLikelihood.Should().BeApproximately(pareto, 1e-8);
    }

    [TestCase(1 / 7.0)]
    [TestCase(24.0)]
    [TestCase(1e-300)]
    [TestCase(1e298)]
    public void Fit_OtherUnitOfTime_ScalesTheScalesOnly(double unit)
    {
        CustomerHistory[] scaled =
        [
            .. Customers.Select(c => c with { Recency = c.Recency * unit, Age = Math.Max(c.Age, c.Recency) * unit }),
        ];
        double shift = Customers.Sum(c => c.Frequency) * Math.Log(unit);
        double shift300 = Customers.Take(300).Sum(c => c.Frequency) * Math.Log(unit);
        BgNbdFit plain = BgNbd.Fit(Customers).Model!;
        BgNbdFit other = BgNbd.Fit(scaled).Model!;
        ShouldBeNear(other.Model, plain.Model, unit, 1e-7);
        other.LogLikelihood.Should().BeApproximately(plain.LogLikelihood - shift, 1e-6);
        (other.Parameters()[1].Estimate.StandardError / unit)
            .Should()
            .BeApproximately(plain.Parameters()[1].Estimate.StandardError!.Value, 1e-7);
        ParetoNbd
            .Fit(scaled.AsSpan(0, 300))
            .Model!.LogLikelihood.Should()
            .BeApproximately(ParetoNbd.Fit(Customers.AsSpan(0, 300)).Model!.LogLikelihood - shift300, 1e-6);
    }

    [Test]
    public void Fit_EveryCustomerTwice_HasTheSameParametersAndSmallerErrors()
    {
        BgNbdFit once = BgNbd.Fit(Customers).Model!;
        BgNbdFit twice = BgNbd.Fit([.. Customers, .. Customers]).Model!;
        ShouldBeNear(twice.Model, once.Model, 1, 1e-8);
        double ratio =
            once.Parameters()[0].Estimate.StandardError!.Value / twice.Parameters()[0].Estimate.StandardError!.Value;
        ratio.Should().BeApproximately(Math.Sqrt(2), 1e-7);
    }

    [Test]
    public void Fit_ManyDifferentCustomers_IsTheSameWithOrWithoutGrouping()
    {
        // Above 10,000 different rows equal ones are no longer looked for.
        CustomerHistory[] many = Simulation.BgNbd(Truth, 12_000, 20, 50, seed: 3);
        BgNbdFit different = BgNbd.Fit(many).Model!;
        BgNbdFit grouped = BgNbd.Fit([.. many.OrderBy(c => c.Age), .. many]).Model!;
        ShouldBeNear(grouped.Model, different.Model, 1, 1e-8);
        different.Customers.Should().Be(12_000);
        different.Caveats.Should().Be(Caveats.None);
    }

    [TestCaseSource(typeof(HardHistories), nameof(HardHistories.Fitted))]
    public void Fit_HardButSound_IsAVerifiedMaximum(string name)
    {
        BgNbdFit fit = BgNbd.Fit(HardHistories.Of(name)).Model!;
        ParetoNbdFit pareto = ParetoNbd.Fit(HardHistories.Of(name)).Model!;
        fit.LargestGradient.Should().BeLessThan(1e-6);
        pareto.LargestGradient.Should().BeLessThan(1e-6);
        fit.Parameters().Concat(pareto.Parameters()).Should().OnlyContain(p => p.Estimate.StandardError > 0);
    }

    [TestCaseSource(typeof(HardHistories), nameof(HardHistories.NotFitted))]
    public void Fit_Hopeless_SaysWhy(string name, NotFittedReason reason, string words)
    {
        FitOutcome<BgNbdFit> outcome = BgNbd.Fit(HardHistories.Of(name));
        outcome.Reason.Should().Be(reason, outcome.Model?.Model.ToString());
        outcome.Explanation.Should().Contain(words);
        ParetoNbd.Fit(HardHistories.Of(name)).Reason.Should().Be(reason);
    }

    [Test]
    public void BgNbd_ManySmallSamples_FitsOrSaysThatThereIsNoMaximum()
    {
        int fitted = 0;
        for (int seed = 0; seed < 60; seed++)
        {
            BgNbd model = new(0.3 + (seed % 5), 2 + (seed % 7), 0.3 + (seed % 3), 0.5 + (seed % 11));
            FitOutcome<BgNbdFit> outcome = BgNbd.Fit(Simulation.BgNbd(model, 10 + (5 * seed), 10, 40, seed));
            outcome.Reason.Should().NotBe(NotFittedReason.DidNotConverge);
            fitted += outcome.IsFitted ? 1 : 0;
            (outcome.Model?.LargestGradient ?? 0).Should().BeLessThan(1e-5);
        }

        fitted.Should().BeGreaterThan(30);
    }

    [Test]
    public void Fit_FewRepeatCustomers_IsFlagged()
    {
        BgNbdFit fit = BgNbd.Fit(Customers.AsSpan(0, 150)).Model!;
        fit.RepeatCustomers.Should().BeLessThan(200);
        fit.Caveats.Should().Be(Caveats.LowSampleSize);
        fit.ExpectedPurchases(10).Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void Estimates_Always_LieInTheirIntervalsWhichWidenWithTheLevel()
    {
        BgNbdFit fit = BgNbd.Fit(Customers).Model!;
        Estimate narrow = fit.TotalPurchases(Customers, 20, 0.8);
        Estimate wide = fit.TotalPurchases(Customers, 20, 0.95);
        ConfidenceInterval inner = narrow.Interval!.Value;
        inner.Lower.Should().BeInRange(wide.Interval!.Value.Lower, narrow.Value!.Value);
        inner.Upper.Should().BeInRange(narrow.Value.Value, wide.Interval.Value.Upper);
        Estimate nothing = fit.ExpectedPurchases(0);
        (nothing.Value, nothing.StandardError, nothing.Interval).Should().Be((0, 0, null));
        Action level = () => fit.Parameters(1);
        Action horizon = () => fit.ExpectedPurchases(-1);
        level.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("level");
        horizon.Should().Throw<ArgumentOutOfRangeException>().WithParameterName("horizon");
    }

    private static IEnumerable<BgNbd> Neighbours(BgNbd model, double factor) =>
        [
            new(model.R * factor, model.Alpha, model.A, model.B),
            new(model.R, model.Alpha * factor, model.A, model.B),
            new(model.R, model.Alpha, model.A * factor, model.B),
            new(model.R, model.Alpha, model.A, model.B * factor),
        ];

    private static void ShouldRecover(IReadOnlyList<ParameterEstimate> parameters, double[] truth)
    {
        for (int index = 0; index < truth.Length; index++)
        {
            Estimate estimate = parameters[index].Estimate;
            double distance = Math.Abs(estimate.Value!.Value - truth[index]);
            distance.Should().BeLessThan(3.5 * estimate.StandardError!.Value, parameters[index].Name);
        }
    }

    private static void ShouldBeNear(BgNbd actual, BgNbd expected, double unit, double relative)
    {
        actual.R.Should().BeApproximately(expected.R, relative * expected.R);
        (actual.Alpha / unit).Should().BeApproximately(expected.Alpha, relative * expected.Alpha);
        actual.A.Should().BeApproximately(expected.A, relative * expected.A);
        actual.B.Should().BeApproximately(expected.B, relative * expected.B);
    }
}
