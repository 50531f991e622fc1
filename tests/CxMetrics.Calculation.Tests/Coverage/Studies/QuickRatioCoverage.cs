using System.Globalization;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The quick ratio of three portfolios to which new customers come.</summary>
internal static class QuickRatioCoverage
{
    private const int Samples = 4_000;

    // Of all customers of the period, so many are new or came back.
    private const double ShareOfNew = 0.07;

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "quick ratio",
            ["customers", "portfolio"],
            ["**Wilson, Kish**", "log delta t"],
            from n in new[] { 20, 50, 200, 1_000 }
            from scenario in RevenueScenario.All
            select OfScenario(n, scenario)
        );

    private static SimulatedSetting OfScenario(int n, RevenueScenario scenario) =>
        new(
            [n.ToString("N0", CultureInfo.InvariantCulture), scenario.Name],
            Samples,
            ((ShareOfNew / (1 - ShareOfNew)) + scenario.Gained) / scenario.Lost,
            (random, limits) =>
            {
                double[] gains = new double[n];
                double[] losses = new double[n];
                for (int customer = 0; customer < n; customer++)
                {
                    (double start, double end) = scenario.Draw(random);
                    bool isNew = random.NextDouble() < ShareOfNew;
                    gains[customer] = isNew ? start : Math.Max(0, end - start);
                    losses[customer] = isNew ? 0 : Math.Max(0, start - end);
                }

                limits[0] = QuickRatio.FromCustomers(gains, losses).Limits();
                limits[1] = QuickRatio
                    .FromCustomers(gains, losses, method: QuickRatioIntervalMethod.LogDeltaT)
                    .Limits();
            }
        );
}
