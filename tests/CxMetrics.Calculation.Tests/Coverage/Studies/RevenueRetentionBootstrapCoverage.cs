using System.Text.Json;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>The bootstrap of net and gross revenue retention. The bootstrap-t is the reference's: the library does not offer it.</summary>
internal static class RevenueRetentionBootstrapCoverage
{
    private static readonly string[] Keys = ["bca_bootstrap", "percentile_bootstrap", "bootstrap_t"];

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "revenue retention, bootstrap",
            ["accounts", "portfolio", "metric"],
            [.. Bootstraps.Names, "bootstrap-t"],
            RevenueRetentionCoverage
                .Rows("nrr")
                .Concat(RevenueRetentionCoverage.Rows("grr"))
                .Where(row => row.TryGetProperty("bootstrap_replicates", out _))
                .Select(ToSetting)
        );

    private static SimulatedSetting ToSetting(JsonElement row)
    {
        int accounts = row.GetProperty("n").GetInt32();
        string metric = row.GetProperty("metric").GetString()!;
        RevenueScenario scenario = RevenueScenario.Find(row.GetProperty("scenario").GetString()!);
        bool isGross = string.Equals(metric, "grr", StringComparison.Ordinal);
        return new SimulatedSetting(
            [RevenueRetentionCoverage.LabelOf(row), scenario.Name, isGross ? "gross" : "net"],
            row.GetProperty("bootstrap_replicates").GetInt32(),
            isGross ? scenario.Gross : scenario.Net,
            (random, limits) =>
            {
                (double[] starts, double[] ends) = scenario.Draw(random, accounts);
                double[] kept = isGross ? [.. starts.Zip(ends, Math.Min)] : [.. ends];
                RatioOfSums ratio = RevenueRetentionCoverage.RatioOf(metric, starts, ends);
                Bootstraps.Fill(limits, ratio.Bootstrap(random.NextInt64(), Bootstraps.Resamples));
                limits[2] = ReferenceBootstrap.StudentT(
                    RatioOf(starts, kept, index => index),
                    Enumerable
                        .Range(0, Bootstraps.Resamples)
                        .Select(_ => RatioOf(starts, kept, _ => random.Next(accounts)))
                );
                foreach (ref IntervalLimits? ofMethod in limits)
                {
                    ofMethod ??= new IntervalLimits(ratio.Value, ratio.Value);
                }
            }
        )
        {
            Check = results => ShouldAgree(results, row),
        };
    }

    private static (double Value, double StandardError) RatioOf(double[] starts, double[] ends, Func<int, int> account)
    {
        double n = starts.Length;
        double start = 0;
        double end = 0;
        double startSquares = 0;
        double products = 0;
        double endSquares = 0;
        for (int index = 0; index < starts.Length; index++)
        {
            int drawn = account(index);
            start += starts[drawn];
            end += ends[drawn];
            startSquares += starts[drawn] * starts[drawn];
            products += starts[drawn] * ends[drawn];
            endSquares += ends[drawn] * ends[drawn];
        }

        double ratio = end / start;
        double residuals = endSquares - (2 * ratio * products) + (ratio * ratio * startSquares);
        return (ratio, Math.Sqrt(Math.Max(0, n / (n - 1) * residuals)) / start);
    }

    private static void ShouldAgree(IReadOnlyList<SimulatedCoverage> results, JsonElement row)
    {
        foreach ((string key, SimulatedCoverage result) in Keys.Zip(results))
        {
            JsonElement expected = row.GetProperty(key);
            string what = $"{RevenueRetentionCoverage.LabelOf(row)} {row.GetProperty("scenario").GetString()}, {key}";
            MonteCarlo.ShouldAgree(result, expected.GetProperty("coverage").GetDouble(), result.Samples, what);
            MonteCarlo.ShouldAgreeInMedianWidth(
                result,
                expected.GetProperty("median_width").GetDouble(),
                result.Samples,
                what
            );
        }
    }
}
