using System.Globalization;
using CxMetrics.Calculation.Health;
using MathNet.Numerics.Distributions;

namespace CxMetrics.Calculation.Tests.Coverage.Studies;

/// <summary>Health scores of three components whose readings are normal, and the change between two of them.</summary>
internal static class HealthScoreCoverage
{
    private const int Samples = 10_000;

    private static readonly (string Key, double Weight)[] Components =
    [
        ("support", 0.5),
        ("usage", 0.3),
        ("survey", 0.2),
    ];

    private static readonly HealthDefinition Definition = new(
        "1",
        [
            .. Components.Select(item => new HealthComponent(
                item.Key,
                item.Weight,
                new HealthCurve(ScaleDirection.HigherIsBetter, new CurveKnot(0, 0), new CurveKnot(100, 100)),
                TimeSpan.FromDays(90)
            )),
        ]
    );

    public static CoverageStudy Study { get; } =
        CoverageStudy.Simulated(
            "health score",
            ["components", "true points of each", "error of each"],
            ["**score**", "**change**"],
            from points in new[] { 50.0, 90, 98 }
            from error in new[] { 2.0, 10 }
            select OfPoints(points, error)
        );

    // The later score is ten points lower in the first component.
    private static SimulatedSetting OfPoints(double points, double error) =>
        new(
            [$"{Components.Length}", $"{points}", error.ToString(CultureInfo.InvariantCulture)],
            Samples,
            0,
            (random, limits) =>
            {
                HealthAssessment earlier = Assess(random, points, error, 0);
                HealthAssessment later = Assess(random, points, error, 10);
                limits[0] = earlier.Score.Limits().Less(points);
                limits[1] = HealthScoreChange.Between(earlier, later).Change.Limits().Less(-10 * Components[0].Weight);
            }
        );

    private static HealthAssessment Assess(Random random, double points, double error, double dropOfFirst) =>
        HealthScore.FromReadings(
            Definition,
            [
                .. Components.Select(
                    (item, index) =>
                        new ComponentReading(
                            item.Key,
                            Normal.Sample(random, points - (index == 0 ? dropOfFirst : 0), error),
                            error,
                            TimeSpan.Zero
                        )
                ),
            ]
        );
}
