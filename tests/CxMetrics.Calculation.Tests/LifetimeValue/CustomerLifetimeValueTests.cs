using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.LifetimeValue;

public sealed class CustomerLifetimeValueTests
{
    private static readonly LifetimeValueTerms Terms = LifetimeValueTerms.Monthly(4.345);
    private static readonly CustomerHistory[] Customers = Simulation.BgNbd(
        new BgNbd(1.2, 8, 0.8, 2.5),
        450,
        20,
        50,
        seed: 21,
        new GammaGamma(4, 4, 20)
    );

    [Test]
    public void FromHistories_SameSeed_IsTheSame()
    {
        LifetimeValueEstimates one = Of(Customers, seed: 4);
        LifetimeValueEstimates two = Of(Customers, seed: 4);
        two.Mean.Should().Be(one.Mean);
        Of(Customers, seed: 5).Mean.StandardError.Should().NotBe(one.Mean.StandardError);
    }

    [Test]
    public void FromHistories_Mean_IsThatOfTheModelInItsInterval()
    {
        LifetimeValueEstimates estimates = Of(Customers, seed: 1);
        double?[] values = new double?[Customers.Length];
        estimates.Fit.Model.Values(Customers, values);
        double mean = values.Average()!.Value;
        estimates.Mean.Value.Should().BeApproximately(mean, 1e-12 * mean);
        estimates.Mean.SampleSize.Should().Be(450);
        ConfidenceInterval interval = estimates.Mean.Interval!.Value;
        interval.Lower.Should().BeLessThan(mean);
        interval.Upper.Should().BeGreaterThan(mean);
        interval.Method.Should().Be("customerBootstrap");
        (estimates.Resamples, estimates.Seed).Should().Be((60, 1));

        // The delta method knows nothing of the spend, which is the smaller part of the uncertainty here.
        double bySpend =
            estimates.Fit.Spend.PopulationMean().StandardError!.Value
            / estimates.Fit.Spend.PopulationMean().Value!.Value;
        Estimate total = estimates.Fit.Purchases.TotalPurchases(Customers, Terms.Horizon);
        double byPurchases = total.StandardError!.Value / total.Value!.Value;
        double byBoth = double.Hypot(bySpend, byPurchases);
        (estimates.Mean.StandardError / mean).Should().BeInRange(byBoth / 2, byBoth * 2);
    }

    [Test]
    public void FromHistories_Segments_AddUpToTheWhole()
    {
        int[] segments = [.. Customers.Select((_, index) => index % 3 == 0 ? 0 : 2)];
        LifetimeValueEstimates estimates = Of(Customers, seed: 2, segments);
        estimates.Segments.Should().HaveCount(3);
        estimates.Segments[1].Should().Be(Estimate.None);
        estimates.Segments.Sum(segment => segment.SampleSize).Should().Be(450);
        double mean = ((150 * estimates.Segments[0].Value) + (300 * estimates.Segments[2].Value))!.Value / 450;
        estimates.Mean.Value.Should().BeApproximately(mean, 1e-12 * mean);
        estimates.Segments[0].Interval!.Value.Method.Should().Be("customerBootstrap");
    }

    [Test]
    public void FromHistories_FewRepeatCustomers_WithholdsSegmentsAndDrawsWhatRefitsLack()
    {
        CustomerHistory[] few = Simulation.BgNbd(
            new BgNbd(1.2, 8, 0.5, 3),
            40,
            20,
            50,
            seed: 30,
            new GammaGamma(4, 4, 20)
        );
        LifetimeValueEstimates estimates = Of(few, seed: 3, new int[40]);
        estimates.Mean.Caveats.Should().HaveFlag(Caveats.LowSampleSize);
        estimates.Mean.Value.Should().BePositive();
        estimates.Segments[0].Value.Should().BeNull();
        estimates.Segments[0].SampleSize.Should().Be(40);
        estimates.Segments[0].Caveats.Should().HaveFlag(Caveats.LowSampleSize);
        estimates.FailedRefits.Should().BeInRange(1, 59);
    }

    [Test]
    public void FromHistories_HigherLevel_IsWider()
    {
        ConfidenceInterval narrow = CustomerLifetimeValue
            .FromHistories(Customers, Terms, 1, resamples: 60, level: 0.5)
            .Model!.Mean.Interval!.Value;
        ConfidenceInterval wide = Of(Customers, seed: 1).Mean.Interval!.Value;
        narrow.Lower.Should().BeGreaterThan(wide.Lower);
        narrow.Upper.Should().BeLessThan(wide.Upper);
    }

    [Test]
    public void FromHistories_InfiniteMeanSpend_HasNoValue()
    {
        CustomerHistory[] customers = Simulation.BgNbd(
            new BgNbd(1.2, 8, 0.8, 2.5),
            600,
            20,
            50,
            seed: 22,
            new GammaGamma(4, 0.6, 20)
        );
        LifetimeValueEstimates estimates = Of(customers, seed: 1);
        estimates.Fit.Spend.PopulationMean().Value.Should().BeNull();
        estimates.Mean.Value.Should().BeNull();
        estimates.Mean.Interval.Should().BeNull();
        estimates.Mean.SampleSize.Should().Be(600);
        estimates.Mean.Caveats.Should().HaveFlag(Caveats.AssumptionDoubtful);
    }

    [Test]
    public void Fit_WhereOneModelCannotBe_SaysWhichAndWhy()
    {
        FitOutcome<LifetimeValueFit> purchases = CustomerLifetimeValue.Fit([new(0, 0, 5), new(0, 0, 6)], Terms);
        purchases.Reason.Should().Be(NotFittedReason.TooFewObservations);
        purchases.Explanation.Should().StartWith("Purchases: ");
        CustomerHistory[] equal = [.. Customers.Select(c => c with { MonetaryValue = 5 })];
        FitOutcome<LifetimeValueEstimates> spend = CustomerLifetimeValue.FromHistories(equal, Terms, 1);
        spend.Reason.Should().Be(NotFittedReason.NoVariation);
        spend.Explanation.Should().StartWith("Spend: ");
    }

    [Test]
    public void FromHistories_ImpossibleArguments_AreRefused()
    {
        (Action Call, string Name)[] calls =
        [
            (() => CustomerLifetimeValue.FromHistories(Customers, Terms, 1, resamples: 49), "resamples"),
            (() => CustomerLifetimeValue.FromHistories(Customers, Terms, 1, resamples: 100_001), "resamples"),
            (() => CustomerLifetimeValue.FromHistories(Customers, Terms, 1, level: 0), "level"),
            (() => CustomerLifetimeValue.FromHistories(Customers, Terms, 1, [0, 1]), "segments"),
            (() => CustomerLifetimeValue.FromHistories(Customers.AsSpan(0, 2), Terms, 1, [0, 2]), "segments"),
            (() => CustomerLifetimeValue.FromHistories(Customers.AsSpan(0, 2), Terms, 1, [-1, 0]), "segments"),
        ];
        foreach ((Action call, string name) in calls)
        {
            call.Should().Throw<ArgumentException>().WithParameterName(name);
        }
    }

    private static LifetimeValueEstimates Of(CustomerHistory[] customers, long seed, int[]? segments = null) =>
        CustomerLifetimeValue.FromHistories(customers, Terms, seed, segments ?? [], resamples: 60).Model!;
}
