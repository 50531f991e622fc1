using System.Globalization;
using CxMetrics.Calculation.Health;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>How well scores foretell an outcome: the area under the curve, and the Brier score of forecasts that are right on average.</summary>
internal static class ForecastCoverage
{
    private const int Samples = 10_000;

    public static CoverageStudy Areas { get; } =
        FoldedStudy.Simulated(
            "area under the curve",
            "cases with and without",
            ["**Newcombe**", "DeLong, log-odds"],
            from size in new[] { (10, 10), (20, 20), (20, 180), (50, 50), (50, 450) }
            from area in new[] { 0.6, 0.75, 0.9 }
            from isNormal in new[] { true, false }
            select OfArea(size, area, isNormal)
        );

    public static CoverageStudy Briers { get; } =
        CoverageStudy.Simulated(
            "Brier score",
            ["forecasts", "forecasts are"],
            ["**t**"],
            from beta in new[] { (2.0, 2.0), (1.0, 9.0) }
            from n in new[] { 20, 50, 200, 1_000 }
            select OfBrier(n, beta.Item1, beta.Item2)
        );

    private static SimulatedSetting OfArea((int With, int Without) size, double area, bool isNormal) =>
        new(
            [
                $"{size.With} and {size.Without}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(isNormal ? "normal" : "exponential")} scores, area {area:0.0#}"
                ),
            ],
            Samples,
            area,
            (random, limits) =>
            {
                // The scores of those with the outcome are shifted, or stretched, by what gives the area.
                double shift = Math.Sqrt(2) * Normal.InvCDF(0, 1, area);
                double stretch = area / (1 - area);
                double[] with = Draws.Many(
                    size.With,
                    () => isNormal ? Normal.Sample(random, shift, 1) : stretch * Exponential.Sample(random, 1)
                );
                double[] without = Draws.Many(
                    size.Without,
                    () => isNormal ? Normal.Sample(random, 0, 1) : Exponential.Sample(random, 1)
                );
                double[] scores = [.. with, .. without];
                bool[] outcomes = [.. Enumerable.Range(0, scores.Length).Select(index => index < size.With)];
                limits[0] = AreaUnderCurve.FromScores(scores, outcomes).Limits();
                limits[1] = AreaUnderCurve.FromScores(scores, outcomes, method: AreaIntervalMethod.DeLong).Limits();
            }
        );

    private static SimulatedSetting OfBrier(int n, double a, double b) =>
        new(
            [
                n.ToString("N0", CultureInfo.InvariantCulture),
                string.Create(CultureInfo.InvariantCulture, $"beta with {a} and {b}"),
            ],
            Samples,
            a * b / ((a + b) * (a + b + 1)),
            (random, limits) =>
            {
                double[] forecasts = Draws.Many(n, () => Beta.Sample(random, a, b));
                bool[] outcomes = [.. forecasts.Select(forecast => random.NextDouble() < forecast)];
                limits[0] = BrierScore.FromForecasts(forecasts, outcomes).Score.Limits();
            }
        );
}
