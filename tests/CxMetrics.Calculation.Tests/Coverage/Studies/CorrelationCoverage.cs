using System.Globalization;
using CxMetrics.Calculation.Drivers;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Correlations of pairs that are normal, or normal logarithms.</summary>
internal static class CorrelationCoverage
{
    private const int Samples = 10_000;

    private static readonly (double Correlation, bool IsSkewed)[] Settings =
    [
        (0, false),
        (0.5, false),
        (0.9, false),
        (0.5, true),
        (0.9, true),
    ];

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "correlation",
            ["pairs", "distribution"],
            ["**Pearson, Fisher**", "**Spearman, Bonett-Wright**", "**Kendall, Fieller-Hartley-Pearson**"],
            from setting in Settings
            from n in new[] { 10, 20, 50, 200 }
            select OfPairs(n, setting.Correlation, setting.IsSkewed)
        );

    private static SimulatedSetting OfPairs(int n, double correlation, bool isSkewed) =>
        new(
            [
                $"{n}",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{(isSkewed ? "log-normal, s² 1, from" : "normal,")} {correlation:0.0}"
                ),
            ],
            Samples,
            0,
            (random, limits) =>
            {
                double[] first = Draws.Many(n, () => Normal.Sample(random, 0, 1));
                double[] second =
                [
                    .. first.Select(x =>
                        (correlation * x) + (Math.Sqrt(1 - (correlation * correlation)) * Normal.Sample(random, 0, 1))
                    ),
                ];
                if (isSkewed)
                {
                    first = [.. first.Select(Math.Exp)];
                    second = [.. second.Select(Math.Exp)];
                }

                double pearson = isSkewed ? (Math.Exp(correlation) - 1) / (Math.E - 1) : correlation;
                limits[0] = PearsonCorrelation.FromPairs(first, second).Coefficient.Limits().Less(pearson);
                limits[1] = SpearmanCorrelation
                    .FromPairs(first, second)
                    .Coefficient.Limits()
                    .Less(6 / Math.PI * Math.Asin(correlation / 2));
                limits[2] = KendallCorrelation
                    .FromPairs(first, second)
                    .Coefficient.Limits()
                    .Less(2 / Math.PI * Math.Asin(correlation));
            }
        );
}
