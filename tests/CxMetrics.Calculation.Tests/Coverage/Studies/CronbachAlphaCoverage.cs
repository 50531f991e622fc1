using System.Globalization;
using CxMetrics.Calculation.Drivers;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Cronbach's alpha of items that all correlate alike: normal, as Feldt's interval assumes, or normal logarithms.</summary>
internal static class CronbachAlphaCoverage
{
    private const int Samples = 10_000;

    private static readonly (int Items, double Correlation, bool IsSkewed)[] Settings =
    [
        (3, 0.3, false),
        (5, 0.6, false),
        (5, 0.6, true),
    ];

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "Cronbach's alpha",
            ["respondents", "items"],
            ["**Feldt**"],
            from setting in Settings
            from n in new[] { 10, 20, 50, 200 }
            select OfItems(n, setting.Items, setting.Correlation, setting.IsSkewed)
        );

    private static SimulatedSetting OfItems(int n, int items, double correlation, bool isSkewed)
    {
        double between = isSkewed ? (Math.Exp(correlation) - 1) / (Math.E - 1) : correlation;
        string distribution = isSkewed ? "log-normal, s² 1, from" : "normal,";
        return new SimulatedSetting(
            [$"{n}", string.Create(CultureInfo.InvariantCulture, $"{items}, {distribution} {correlation:0.0}")],
            Samples,
            items * between / (1 + ((items - 1) * between)),
            (random, limits) =>
            {
                double[] common = Draws.Many(n, () => Normal.Sample(random, 0, Math.Sqrt(correlation)));
                double[][] answers =
                [
                    .. Enumerable
                        .Range(0, items)
                        .Select(_ =>
                            common.Select(own => Normal.Sample(random, own, Math.Sqrt(1 - correlation))).ToArray()
                        ),
                ];
                NamedColumn[] columns =
                [
                    .. answers.Select(
                        (values, item) =>
                            new NamedColumn($"item {item}", isSkewed ? values.Select(Math.Exp).ToArray() : values)
                    ),
                ];
                limits[0] = CronbachAlpha.FromItems(columns).Alpha.Limits();
            }
        );
    }
}
