using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Revenue;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The simple lifetime value, with revenue and margin normal and the number lost binomial; samples in which nobody was lost are left out.</summary>
internal static class SimpleLifetimeValueCoverage
{
    private const int Samples = 50_000;

    private static readonly (string Name, string Key, SimpleLifetimeValueMethod Method)[] Candidates =
    [
        ("**square-and-add on the log scale**", "coverage_log_mover_wilson", SimpleLifetimeValueMethod.LogSquareAndAdd),
        ("log delta", "coverage_delta_log", SimpleLifetimeValueMethod.LogDeltaZ),
        ("delta", "coverage_delta_plain", SimpleLifetimeValueMethod.DeltaZ),
    ];

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "simple lifetime value",
            ["customers", "churn", "revenue", "margin"],
            [.. Candidates.Select(item => item.Name)],
            CoverageFile.Rows("clv_simple").Select(ToSetting)
        );

    private static SimulatedSetting ToSetting(JsonElement row)
    {
        (double revenue, double revenueError) = Pair(row, "arpu");
        (double margin, double marginError) = Pair(row, "margin");
        double churn = row.GetProperty("churn").GetDouble();
        int customers = row.GetProperty("customers").GetInt32();
        LostCustomers lost = new(customers, churn);
        return new SimulatedSetting(
            [
                customers.ToString("N0", CultureInfo.InvariantCulture),
                Label(churn),
                $"{Label(revenue)} ± {Label(revenueError)}",
                $"{Label(margin)} ± {Label(marginError)}",
            ],
            Samples,
            revenue * margin / churn,
            (random, limits) =>
            {
                UncertainValue money = new(Normal.Sample(random, revenue, revenueError), revenueError);
                UncertainValue share = new(Normal.Sample(random, margin, marginError), marginError);
                long left = lost.Draw(random);
                for (int index = 0; index < Candidates.Length; index++)
                {
                    limits[index] = SimpleLifetimeValue
                        .FromChurn(
                            money,
                            share,
                            customers,
                            left,
                            maximumLifetime: null,
                            method: Candidates[index].Method
                        )
                        .Limits();
                }
            }
        )
        {
            Check = results =>
            {
                lost.ShouldAgree(row, (revenue, revenueError), (margin, marginError));
                ShouldAgree(results, row);
            },
        };
    }

    private static void ShouldAgree(IReadOnlyList<SimulatedCoverage> results, JsonElement row)
    {
        int samples = row.GetProperty("replicates").GetInt32();
        foreach ((var candidate, SimulatedCoverage result) in Candidates.Zip(results))
        {
            MonteCarlo.ShouldAgree(result, row.GetProperty(candidate.Key).GetDouble(), samples, candidate.Key);
        }
    }

    private static (double Value, double Error) Pair(JsonElement row, string key) =>
        (row.GetProperty(key).GetDouble(), row.GetProperty($"{key}_se").GetDouble());

    private static string Label(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
