using System.Globalization;
using CxMetrics.Calculation.Revenue;
using CxMetrics.Calculation.Support;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Events per exposure: Poisson sums for counts that are Poisson, and drawn samples for customers who differ.</summary>
internal static class IncidenceRateCoverage
{
    private const int Samples = 10_000;

    public static CoverageStudy Study { get; } =
        new(
            "incidence rate",
            ["expected events", "**Garwood**"],
            [
                .. new[] { 0.5, 1, 2, 5, 10, 20, 50, 100, 1_000 }.Select(expected => new CoverageRow(
                    [expected.ToString("#,0.#", CultureInfo.InvariantCulture)],
                    () => [FigureAt(expected).ToString()]
                )
                {
                    IsQuick = true,
                }),
            ]
        );

    /// <summary>Contacts per customer, gamma-Poisson with a coefficient of variation of 1 between customers.</summary>
    public static CoverageStudy Contacts { get; } =
        CoverageStudy.Simulated(
            "contact rate",
            ["customers", "contacts of each"],
            ["**linearised score**", "Garwood, as if independent"],
            from n in new[] { 10, 20, 50, 200 }
            from rate in new[] { 0.1, 0.5, 2 }
            select OfContacts(n, rate)
        );

    private static CoverageFigure FigureAt(double expected)
    {
        CoverageTally tally = new();
        int most = (int)(expected + (12 * Math.Sqrt(expected)) + 30);
        for (int events = 0; events <= most; events++)
        {
            tally.Add(IncidenceRate.FromCount(events, 1).Limits(), expected, Poisson.PMF(expected, events));
        }

        return tally.Figure;
    }

    private static SimulatedSetting OfContacts(int n, double rate) =>
        new(
            [$"{n}", rate.ToString("0.0", CultureInfo.InvariantCulture)],
            Samples,
            rate,
            (random, limits) =>
            {
                CustomerContacts[] customers = new CustomerContacts[n];
                for (int customer = 0; customer < n; customer++)
                {
                    customers[customer] = new CustomerContacts(
                        Poisson.Sample(random, Exponential.Sample(random, 1 / rate))
                    );
                }

                limits[0] = ContactRate.FromCustomers(customers).Limits();
                limits[1] = IncidenceRate.FromCount(customers.Sum(item => item.Contacts), n).Limits();
            }
        );
}
