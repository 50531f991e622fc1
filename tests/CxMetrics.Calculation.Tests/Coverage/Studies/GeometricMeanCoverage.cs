using MathNet.Numerics;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Geometric means, which are exact where amounts are log-normal.</summary>
internal static class GeometricMeanCoverage
{
    private const int Samples = 20_000;

    private static readonly (AmountDistribution Distribution, double Truth)[] Settings =
    [
        (AmountDistribution.LogNormal(1), 1),
        (AmountDistribution.Gamma, Math.Exp(SpecialFunctions.DiGamma(2))),
        (AmountDistribution.Exponential, Math.Exp(SpecialFunctions.DiGamma(1))),
    ];

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "geometric mean",
            ["amounts", "distribution"],
            ["**t of the logarithms**"],
            from setting in Settings
            from n in new[] { 10, 20, 50, 200 }
            select new SimulatedSetting(
                [$"{n}", setting.Distribution.Name],
                Samples,
                setting.Truth,
                (random, limits) =>
                    limits[0] = GeometricMean.FromValues(setting.Distribution.Sample(random, n)).Limits()
            )
        );
}
