using System.Globalization;
using CxMetrics.Calculation.Fitting;
using CxMetrics.Calculation.LifetimeValue;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Models of purchases without a contract, and lifetime values from them, where the models are right.</summary>
internal static class PurchaseModelCoverage
{
    private const double Year = 52;
    private const double WeeksPerMonth = 4.345;
    private const int Samples = 300;
    private const int BootstrapSamples = 100;

    // Fewer than the default, which would take minutes.
    private const int Resamples = 199;

    public static CoverageStudy Purchases { get; } =
        CoverageStudy.Simulated(
            "purchases and spend",
            ["customers"],
            [
                "**BG/NBD, a new customer's year**",
                "**BG/NBD, next year of these**",
                "**Pareto/NBD, a new customer's year**",
                "**gamma-gamma, mean spend**",
            ],
            from n in new[] { 300, 1_000 }
            select OfPurchases(n)
        );

    public static CoverageStudy Parameters { get; } =
        CoverageStudy.Simulated(
            "parameters of the models of purchases",
            ["customers"],
            ["**r**", "**α**", "**a**", "**b**", "**p**", "**q**", "**v**"],
            from n in new[] { 300, 1_000 }
            select OfParameters(n)
        );

    public static CoverageStudy LifetimeValues { get; } =
        CoverageStudy.Simulated(
            "lifetime value without a contract",
            ["customers"],
            ["**bootstrap over customers**"],
            [OfLifetimeValue(300, 2 * BootstrapSamples), OfLifetimeValue(1_000, BootstrapSamples)]
        );

    private static string Label(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    private static SimulatedSetting OfPurchases(int n) =>
        new(
            [Label(n)],
            Samples,
            0,
            (random, limits) =>
            {
                CustomerHistory[] customers = PurchaseHistories.OfBgNbd(random, n);
                if (BgNbd.Fit(customers).Model is { } bgNbd)
                {
                    double[] purchases = new double[n];
                    PurchaseHistories.Purchases.ExpectedPurchases(customers, Year, purchases);
                    limits[0] = bgNbd
                        .ExpectedPurchases(Year)
                        .Limits()
                        .Less(PurchaseHistories.Purchases.ExpectedPurchases(Year));
                    limits[1] = bgNbd.TotalPurchases(customers, Year).Limits().Less(purchases.Sum());
                }

                limits[2] = ParetoNbd
                    .Fit(PurchaseHistories.OfParetoNbd(random, n))
                    .Model?.ExpectedPurchases(Year)
                    .Limits()
                    .Less(PurchaseHistories.ParetoPurchases.ExpectedPurchases(Year));
                limits[3] = GammaGamma
                    .Fit(customers)
                    .Model?.PopulationMean()
                    .Limits()
                    .Less(PurchaseHistories.Spend.PopulationMean!.Value);
            }
        );

    private static SimulatedSetting OfParameters(int n) =>
        new(
            [Label(n)],
            Samples,
            0,
            (random, limits) =>
            {
                CustomerHistory[] customers = PurchaseHistories.OfBgNbd(random, n);
                BgNbd purchases = PurchaseHistories.Purchases;
                GammaGamma spend = PurchaseHistories.Spend;
                double[] truths = [purchases.R, purchases.Alpha, purchases.A, purchases.B, spend.P, spend.Q, spend.V];
                IReadOnlyList<ParameterEstimate>? ofPurchases = BgNbd.Fit(customers).Model?.Parameters();
                IReadOnlyList<ParameterEstimate>? ofSpend = GammaGamma.Fit(customers).Model?.Parameters();
                for (int index = 0; index < truths.Length; index++)
                {
                    ParameterEstimate? parameter = index < 4 ? ofPurchases?[index] : ofSpend?[index - 4];
                    limits[index] = parameter?.Estimate.Limits().Less(truths[index]);
                }
            }
        );

    private static SimulatedSetting OfLifetimeValue(int n, int samples) =>
        new(
            [Label(n)],
            samples,
            0,
            (random, limits) =>
            {
                CustomerHistory[] customers = PurchaseHistories.OfBgNbd(random, n);
                LifetimeValueTerms terms = LifetimeValueTerms.Monthly(WeeksPerMonth);
                double?[] values = new double?[n];
                new LifetimeValueModel(PurchaseHistories.Purchases, PurchaseHistories.Spend, terms).Values(
                    customers,
                    values
                );
                limits[0] = CustomerLifetimeValue
                    .FromHistories(customers, terms, random.NextInt64(), resamples: Resamples)
                    .Model?.Mean.Limits()
                    .Less(values.Average()!.Value);
            }
        );
}
