using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.Resampling;
using CxMetrics.Calculation.Revenue;
using FsCheck;
using FsCheck.Fluent;
using static CxMetrics.Calculation.Tests.Properties.Sampling;

namespace CxMetrics.Calculation.Tests.Revenue;

public sealed class ShiftedBetaGeometricTests
{
    private static readonly long[] Regular = [1000, 631, 468, 382, 326, 289, 262, 241];
    private static readonly long[] HighEnd = [1000, 869, 743, 653, 593, 551, 517, 491];

    // Fader and Hardie (2007), Table 3.
    [TestCase("regular", 0.704, 1.182)]
    [TestCase("highEnd", 0.668, 3.806)]
    public void FromSurvivors_PublishedCohorts_HaveThePublishedParameters(string cohort, double alpha, double beta)
    {
        ShiftedBetaGeometric model = Fitted(cohort == "regular" ? Regular : HighEnd);
        model.Alpha.Should().BeApproximately(alpha, 5e-4);
        model.Beta.Should().BeApproximately(beta, 5e-4);
        model.Customers.Should().Be(1000);
    }

    [Test]
    public void FromSurvivors_AtTheParameters_TheLikelihoodIsHighest()
    {
        ShiftedBetaGeometric model = Fitted(HighEnd);
        foreach ((double byAlpha, double byBeta) in new[] { (1.001, 1.0), (0.999, 1.0), (1.0, 1.001), (1.0, 0.999) })
        {
            LogLikelihood(HighEnd, model.Alpha * byAlpha, model.Beta * byBeta).Should().BeLessThan(model.LogLikelihood);
        }

        LogLikelihood(HighEnd, model.Alpha, model.Beta).Should().BeApproximately(model.LogLikelihood, 1e-9);
    }

    [Test]
    public void FromCohorts_OneCohortSplitInTwo_GivesTheSameParameters()
    {
        long[] first = [.. Regular.Select(count => count / 3)];
        long[] second = [.. Regular.Zip(first, (all, part) => all - part)];
        ShiftedBetaGeometric both = ShiftedBetaGeometric.FromCohorts([first, second]).Model!;
        ShiftedBetaGeometric one = Fitted(Regular);
        both.Alpha.Should().BeApproximately(one.Alpha, 1e-9);
        both.Beta.Should().BeApproximately(one.Beta, 1e-9);
        both.LogLikelihood.Should().BeApproximately(one.LogLikelihood, 1e-9);
    }

    [Test]
    public void FromCohorts_CohortsOfDifferentAge_AreCensoredWhereTheyEnd()
    {
        long[][] cohorts =
        [
            [500, 320, 240, 200],
            [400, 250, 190],
            [300, 190],
            [200],
        ];
        FitOutcome<ShiftedBetaGeometric> outcome = ShiftedBetaGeometric.FromCohorts(cohorts);
        ShiftedBetaGeometric model = outcome.Model!;
        model.Customers.Should().Be(1400);
        model.Lost.Should().Be(300 + 210 + 110);
        double Sum(double alpha, double beta) => cohorts.Sum(cohort => LogLikelihood(cohort, alpha, beta));
        Sum(model.Alpha, model.Beta).Should().BeApproximately(model.LogLikelihood, 1e-9);
        Sum(model.Alpha * 1.01, model.Beta).Should().BeLessThan(model.LogLikelihood);
        Sum(model.Alpha, model.Beta * 1.01).Should().BeLessThan(model.LogLikelihood);
    }

    [TestCase(new long[] { 100, 100, 100 }, NotFittedReason.TooFewObservations, "*No customer was lost*")]
    [TestCase(new long[] { 0, 0, 0 }, NotFittedReason.TooFewObservations, "*No customer was lost*")]
    [TestCase(new long[] { 100 }, NotFittedReason.TooFewObservations, "*No customer was lost*")]
    [TestCase(new long[] { 100, 60 }, NotFittedReason.TooFewObservations, "*two periods*")]
    [TestCase(new long[] { 100, 0, 0 }, NotFittedReason.NoVariation, "*first period*")]
    [TestCase(new long[] { 100, 60, 60, 60 }, NotFittedReason.NoMaximum, "*after the first period*")]
    [TestCase(new long[] { 1000, 500, 250, 125 }, NotFittedReason.NoMaximum, "*does not fall*")]
    [TestCase(new long[] { 1000, 900, 700, 300 }, NotFittedReason.NoMaximum, "*does not fall*")]
    [TestCase(new long[] { 1000, 900, 0 }, NotFittedReason.NoMaximum, "*does not fall*")]
    public void FromSurvivors_NoMaximumInside_SaysWhy(long[] survivors, NotFittedReason reason, string explanation)
    {
        FitOutcome<ShiftedBetaGeometric> outcome = ShiftedBetaGeometric.FromSurvivors(survivors);
        outcome.IsFitted.Should().BeFalse();
        outcome.Reason.Should().Be(reason);
        outcome.Explanation.Should().Match(explanation);
    }

    [TestCase(new long[] { }, "survivors")]
    [TestCase(new long[] { 5, 6 }, "survivors")]
    [TestCase(new long[] { 5, -1 }, "survivors")]
    public void FromSurvivors_ImpossibleCounts_AreRefused(long[] survivors, string name)
    {
        Action one = () => ShiftedBetaGeometric.FromSurvivors(survivors);
        Action many = () => ShiftedBetaGeometric.FromCohorts([Regular, survivors]);
        one.Should().Throw<ArgumentException>().WithParameterName(name);
        many.Should().Throw<ArgumentException>().WithParameterName("cohorts");
    }

    [Test]
    public void FromSurvivors_BillionsOfCustomers_KeepTheParameters()
    {
        ShiftedBetaGeometric large = Fitted([.. Regular.Select(count => count * 1_000_000_000_000)]);
        ShiftedBetaGeometric ordinary = Fitted(Regular);
        large.Alpha.Should().BeApproximately(ordinary.Alpha, 1e-9);
        large.AlphaStandardError.Should().BeApproximately(ordinary.AlphaStandardError / 1e6, 1e-12);
    }

    [Test]
    public void Survival_StandardErrors_AreThoseOfTheDeltaMethod()
    {
        ShiftedBetaGeometric model = Fitted(Regular);
        Estimate first = model.RetentionRate(1);
        // r(1) = β/(α + β) is the observed share nearly; its standard error that of a share, a little less for the model's help.
        first.StandardError!.Value.Should().BeInRange(0.9 * 0.0153, 0.0153);
        model.Survival(1).StandardError!.Value.Should().BeApproximately(first.StandardError.Value, 1e-9);
        first.Interval!.Value.Method.Should().Be(IntervalMethodNames.LogitDelta);
        first.Caveats.Should().Be(Caveats.None);
        first.SampleSize.Should().Be(1000);
    }

    [Test]
    public void Survival_Simulated_IsCoveredAsOftenAsItSays()
    {
        const double alpha = 0.8;
        const double beta = 2.5;
        double truth = RenewalProbabilities.Survival(new BetaParameters(alpha, beta), 12);
        int covered = 0;
        int fitted = 0;
        for (int run = 0; run < 300; run++)
        {
            RandomStream stream = new(2026, run);
            if (ShiftedBetaGeometric.FromSurvivors(Simulated(ref stream, 500, 6, alpha, beta)).Model is { } model)
            {
                fitted++;
                ConfidenceInterval interval = model.Survival(12).Interval!.Value;
                covered += interval.Lower <= truth && truth <= interval.Upper ? 1 : 0;
            }
        }

        fitted.Should().BeGreaterThan(290);
        ((double)covered / fitted).Should().BeInRange(0.92, 0.98);
    }

    [Test]
    public void DiscountedExpectedLifetime_LongHorizon_TendsToTheClosedForm()
    {
        ShiftedBetaGeometric model = Fitted(Regular);
        Estimate endless = model.DiscountedExpectedLifetime(0.1);
        Estimate long1000 = model.DiscountedExpectedLifetime(0.1, 1_000);
        long1000.Value!.Value.Should().BeApproximately(endless.Value!.Value, 1e-11);
        long1000.StandardError!.Value.Should().BeApproximately(endless.StandardError!.Value, 1e-9);
        double direct = 0;
        for (int period = 0; period < 24; period++)
        {
            direct += (period == 0 ? 1 : model.Survival(period).Value!.Value) / Math.Pow(1.1, period);
        }

        model.DiscountedExpectedLifetime(0.1, 24).Value!.Value.Should().BeApproximately(direct, 1e-12);
    }

    [TestCase(1e-3)]
    [TestCase(1e-6)]
    public void DiscountedExpectedLifetime_SmallDiscount_AgreesWithTheSeries(double discount)
    {
        ShiftedBetaGeometric model = Fitted([100, 50, 30, 20, 15]);
        double sum = 0;
        double term = 1;
        for (int period = 1; term > 1e-18 * sum && period < 100_000_000; period++)
        {
            sum += term;
            term *= (model.Beta + period - 1) / (model.Alpha + model.Beta + period - 1) / (1 + discount);
        }

        model.DiscountedExpectedLifetime(discount).Value!.Value.Should().BeApproximately(sum, 1e-9 * sum);
    }

    [Test]
    public void DiscountedExpectedLifetime_NoDiscountToAHorizon_IsTheSumOfSurvival()
    {
        ShiftedBetaGeometric model = Fitted(Regular);
        double sum = 1 + Enumerable.Range(1, 35).Sum(period => model.Survival(period).Value!.Value);
        Estimate lifetime = model.DiscountedExpectedLifetime(0, 36);
        lifetime.Value!.Value.Should().BeApproximately(sum, 1e-12 * sum);
        lifetime.Interval!.Value.Upper.Should().BeInRange(sum, 36);
    }

    [Test]
    public void DiscountedExpectedLifetime_OnePayment_IsCertain()
    {
        Estimate one = Fitted(Regular).DiscountedExpectedLifetime(0.1, 1);
        one.Value.Should().Be(1);
        one.Interval.Should().BeNull();
    }

    [Test]
    public void DiscountedExpectedResidualLifetime_Recursion_Holds()
    {
        // A new customer pays now, and from the first renewal on has the residual lifetime, one period later.
        ShiftedBetaGeometric model = Fitted(HighEnd);
        double lifetime = model.DiscountedExpectedLifetime(0.1).Value!.Value;
        double residual = model.DiscountedExpectedResidualLifetime(0.1, renewals: 0).Value!.Value;
        lifetime.Should().BeApproximately(1 + (residual / 1.1), 1e-12);
        double next = model.DiscountedExpectedResidualLifetime(0.1, renewals: 1).Value!.Value;
        residual.Should().BeApproximately(model.RetentionRate(1).Value!.Value * (1 + (next / 1.1)), 1e-12);
    }

    [Test]
    public void DiscountedExpectedResidualLifetime_MoreRenewals_AreWorthMore()
    {
        ShiftedBetaGeometric model = Fitted(Regular);
        double[] values =
        [
            .. Enumerable.Range(0, 20).Select(n => model.DiscountedExpectedResidualLifetime(0.1, n).Value!.Value),
        ];
        values.Should().BeInAscendingOrder();
        model.DiscountedExpectedResidualLifetime(0.1, 3, 1).Value.Should().Be(model.RetentionRate(4).Value);
    }

    [Test]
    public void Estimates_FewLosses_AreMarked()
    {
        ShiftedBetaGeometric model = Fitted([30, 20, 15, 13]);
        model.Lost.Should().Be(17);
        model.Survival(3).Caveats.Should().Be(Caveats.LowSampleSize);
    }

    [Test]
    public void Estimates_ImpossibleArguments_AreRefused()
    {
        ShiftedBetaGeometric model = Fitted(Regular);
        (Action Call, string Name)[] calls =
        [
            (() => model.RetentionRate(0), "period"),
            (() => model.Survival(0), "period"),
            (() => model.Survival(100_001), "period"),
            (() => model.Survival(1, 1), "level"),
            (() => model.DiscountedExpectedLifetime(0), "discount"),
            (() => model.DiscountedExpectedLifetime(0.9e-6), "discount"),
            (() => model.DiscountedExpectedLifetime(-0.1, 12), "discount"),
            (() => _ = ShiftedBetaGeometric.FromCohorts(null!), "cohorts"),
            (() => _ = ShiftedBetaGeometric.FromCohorts([Regular, null!]), "cohorts"),
            (() => model.DiscountedExpectedLifetime(double.PositiveInfinity), "discount"),
            (() => model.DiscountedExpectedLifetime(0.1, 0), "payments"),
            (() => model.DiscountedExpectedResidualLifetime(0.1, -1), "renewals"),
            (() => model.DiscountedExpectedResidualLifetime(0.1, 100_001), "renewals"),
        ];
        calls.Should().AllSatisfy(item => item.Call.Should().Throw<ArgumentException>().WithParameterName(item.Name));
    }

    [Test]
    public void FromSurvivors_AnyCohort_FitsOrSaysWhyAndSurvivalNeverRises() =>
        ForAll(
            Cohorts(),
            survivors =>
            {
                FitOutcome<ShiftedBetaGeometric> outcome = ShiftedBetaGeometric.FromSurvivors(survivors);
                if (outcome.Model is not { } model)
                {
                    outcome.Explanation.Should().NotBeNullOrEmpty();
                    outcome.Reason.Should().NotBe(NotFittedReason.DidNotConverge);
                    return;
                }

                double before = 1;
                for (int period = 1; period <= 12; period++)
                {
                    Estimate survival = model.Survival(period, 0.9);
                    survival.Value!.Value.Should().BeInRange(0, before);
                    survival.Interval!.Value.Lower.Should().BeInRange(0, survival.Value.Value);
                    survival.Interval.Value.Upper.Should().BeInRange(survival.Value.Value, 1);
                    model
                        .Survival(period, 0.99)
                        .Interval!.Value.Upper.Should()
                        .BeGreaterThanOrEqualTo(survival.Interval.Value.Upper);
                    before = survival.Value.Value;
                }
            }
        );

    [Test]
    public void FromSurvivors_AnyFit_BeatsAGridOfParameters() =>
        ForAll(
            Cohorts(),
            survivors =>
            {
                if (ShiftedBetaGeometric.FromSurvivors(survivors).Model is not { } model)
                {
                    return;
                }

                for (int i = -8; i <= 8; i++)
                {
                    for (int j = -8; j <= 8; j++)
                    {
                        LogLikelihood(survivors, Math.Exp(i), Math.Exp(j))
                            .Should()
                            .BeLessThanOrEqualTo(model.LogLikelihood + 1e-9);
                    }
                }
            }
        );

    private static ShiftedBetaGeometric Fitted(long[] survivors) =>
        ShiftedBetaGeometric.FromSurvivors(survivors).Model!;

    // Straight from the definition: P(T = t) = S(t − 1) − S(t), and S at the end for those who are left.
    private static double LogLikelihood(long[] survivors, double alpha, double beta)
    {
        double survival = 1;
        double sum = 0;
        for (int period = 1; period < survivors.Length; period++)
        {
            double hazard = alpha / (alpha + beta + period - 1);
            long lost = survivors[period - 1] - survivors[period];
            sum += lost == 0 ? 0 : lost * Math.Log(survival * hazard);
            survival *= (beta + period - 1) / (alpha + beta + period - 1);
        }

        return sum + (survivors[^1] == 0 ? 0 : survivors[^1] * Math.Log(survival));
    }

    private static long[] Simulated(ref RandomStream stream, int customers, int periods, double alpha, double beta)
    {
        long[] survivors = new long[periods + 1];
        survivors[0] = customers;
        for (int period = 1; period <= periods; period++)
        {
            for (long customer = 0; customer < survivors[period - 1]; customer++)
            {
                bool isKept = stream.NextDouble() < (beta + period - 1) / (alpha + beta + period - 1);
                survivors[period] += isKept ? 1 : 0;
            }
        }

        return survivors;
    }

    private static Arbitrary<long[]> Cohorts() =>
        (
            from size in Gen.OneOf(Gen.Choose(0, 5), Gen.Choose(1, 100_000))
            from shares in Gen.ArrayOf(Gen.Choose(0, 100), 6)
            select Survivors(size, shares)
        ).ToArbitrary();

    private static long[] Survivors(long size, int[] keptPercent)
    {
        List<long> survivors = [size];
        foreach (int percent in keptPercent)
        {
            survivors.Add(survivors[^1] * percent / 100);
        }

        return [.. survivors];
    }
}
