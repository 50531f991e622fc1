using System.Globalization;
using System.Text.Json;
using CxMetrics.Calculation.Intervals;
using CxMetrics.Calculation.Revenue;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Net and gross revenue retention of three portfolios, by formulas.</summary>
/// <remarks>
/// The formulas are the reference's, which has an interval without a width where no account changed; the library's answers are compared with
/// it only where both do the same.
/// </remarks>
internal static class RevenueRetentionCoverage
{
    // The true values of scenario B were drawn.
    private const double TruthTolerance = 0.0005;

    // The reference used no fewer for any of its intervals.
    private const int FewestReferenceSamples = 3_000;

    private static readonly (string Name, string Key, NetRetentionIntervalMethod Method)[] Formulas =
    [
        ("Fieller", "fieller_t", NetRetentionIntervalMethod.FiellerT),
        ("jackknife t", "jackknife_t", NetRetentionIntervalMethod.JackknifeT),
        ("delta t", "delta_t", NetRetentionIntervalMethod.DeltaT),
        ("delta z", "delta_z", NetRetentionIntervalMethod.DeltaZ),
        ("log delta t", "log_delta_t", NetRetentionIntervalMethod.LogDeltaT),
    ];

    public static CoverageStudy Net { get; } =
        CoverageStudy.Simulated(
            "net revenue retention",
            ["accounts", "portfolio"],
            ["**Fieller, and what answers where it cannot**", .. Formulas.Select(item => item.Name)],
            Rows("nrr").Select(row => ToSetting(row, scenario => scenario.Net, NetOf))
        );

    public static CoverageStudy Gross { get; } =
        CoverageStudy.Simulated(
            "gross revenue retention",
            ["accounts", "portfolio"],
            ["**Wilson, Kish**", .. Formulas.Select(item => item.Name)],
            Rows("grr").Select(row => ToSetting(row, scenario => scenario.Gross, GrossOf))
        );

    public static IEnumerable<JsonElement> Rows(string metric) =>
        CoverageFile
            .Rows("nrr_grr")
            .Where(row => string.Equals(row.GetProperty("metric").GetString(), metric, StringComparison.Ordinal));

    public static RatioOfSums RatioOf(string metric, double[] starts, double[] ends) =>
        AccountAmounts.Ratio(
            starts,
            ends,
            string.Equals(metric, "grr", StringComparison.Ordinal) ? Math.Min : (_, end) => end
        )!;

    public static string LabelOf(JsonElement row) =>
        row.GetProperty("n").GetInt32().ToString("N0", CultureInfo.InvariantCulture);

    private static IntervalLimits? NetOf(double[] starts, double[] ends) =>
        NetRevenueRetention.FromAccounts(starts, ends).Limits();

    private static IntervalLimits? GrossOf(double[] starts, double[] ends) =>
        GrossRevenueRetention.FromAccounts(starts, ends).Limits();

    private static SimulatedSetting ToSetting(
        JsonElement row,
        Func<RevenueScenario, double> truthOf,
        Func<double[], double[], IntervalLimits?> library
    )
    {
        int accounts = row.GetProperty("n").GetInt32();
        string metric = row.GetProperty("metric").GetString()!;
        RevenueScenario scenario = RevenueScenario.Find(row.GetProperty("scenario").GetString()!);
        return new SimulatedSetting(
            [LabelOf(row), scenario.Name],
            row.GetProperty("replicates").GetInt32(),
            truthOf(scenario),
            (random, limits) =>
            {
                (double[] starts, double[] ends) = scenario.Draw(random, accounts);
                limits[0] = library(starts, ends);
                RatioOfSums ratio = RatioOf(metric, starts, ends);
                for (int index = 0; index < Formulas.Length; index++)
                {
                    limits[index + 1] = Formula(ratio, Formulas[index].Method);
                }
            }
        )
        {
            Check = results => ShouldAgree(results, row, truthOf(scenario)),
        };
    }

    // Fieller's limits are unbounded where the mean start does not differ from 0: the reference counts that as held.
    private static IntervalLimits? Formula(RatioOfSums ratio, NetRetentionIntervalMethod method) =>
        ratio.HasSpread
            ? ratio.Limits(method, ConfidenceLevel.Default)
                ?? new IntervalLimits(double.NegativeInfinity, double.PositiveInfinity)
            : new IntervalLimits(ratio.Value, ratio.Value);

    private static void ShouldAgree(IReadOnlyList<SimulatedCoverage> results, JsonElement row, double truth)
    {
        row.GetProperty("truth").GetDouble().Should().BeApproximately(truth, TruthTolerance);
        foreach ((var formula, SimulatedCoverage result) in Formulas.Zip(results.Skip(1)))
        {
            ShouldAgree(result, row, formula.Key, result.Samples);
        }

        if (row.TryGetProperty("wilson_kish", out _))
        {
            ShouldAgree(results[0], row, "wilson_kish", FewestReferenceSamples);
        }
    }

    private static void ShouldAgree(SimulatedCoverage result, JsonElement row, string key, int samples)
    {
        JsonElement expected = row.GetProperty(key);
        string what = $"{LabelOf(row)} {row.GetProperty("scenario").GetString()}, {key}";
        MonteCarlo.ShouldAgree(result, expected.GetProperty("coverage").GetDouble(), samples, what);
        MonteCarlo.ShouldAgreeInMedianWidth(result, expected.GetProperty("median_width").GetDouble(), samples, what);
    }
}
