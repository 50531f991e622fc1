using System.Globalization;
using CxMetrics.Calculation.Goals;
using CxMetrics.Calculation.Health;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class HealthScorePageTests
{
    private static readonly IReadOnlyList<WorkedNumber> Blocks = WorkedNumber.ReadAll(
        DocsFolder.PathOf("calculation", "health-score.md")
    );

    [Test]
    public void Page_Always_HasAWorkedNumberPerSection() => Blocks.Should().HaveCount(3);

    [Test]
    public void WorkedNumber_OfTheScore_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Blocks[0];
        HealthCurve falling = new(ScaleDirection.LowerIsBetter, new(0, 100), new(30, 0));
        HealthDefinition definition = new(
            "v1",
            [
                new("nps", worked.Number("npsWeight"), Curve(worked["npsKnots"]), TimeSpan.FromDays(180)),
                new("usage", worked.Number("usageWeight"), Curve(worked["usageKnots"]), TimeSpan.FromDays(14)),
                new("overdue", worked.Number("overdueWeight"), falling, TimeSpan.FromDays(45)),
            ]
        );
        HealthAssessment health = HealthScore.FromReadings(
            definition,
            [
                new("nps", worked.Number("npsValue"), worked.Number("npsError"), TimeSpan.FromDays(40)),
                new("usage", worked.Number("usageValue"), worked.Number("usageError"), TimeSpan.FromDays(1)),
                new("overdue", 10, 0, TimeSpan.FromDays(60)),
            ],
            worked.Level
        );
        worked.ShouldPrint("score", health.Score.Value);
        worked.ShouldPrint("standardError", health.Score.StandardError);
        worked.ShouldPrint("lower", health.Score.Interval?.Lower);
        worked.ShouldPrint("upper", health.Score.Interval?.Upper);
        worked.ShouldPrint("coverage", health.Coverage);
        worked["band"].Should().Be(health.Band.ToString());
        worked.ShouldPrint("red", health.Probabilities?.Red);
        worked.ShouldPrint("amber", health.Probabilities?.Amber);
        worked.ShouldPrint("green", health.Probabilities?.Green);
    }

    [Test]
    public void WorkedNumber_OfTheCalibration_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Blocks[1];
        double[] lost = worked.Numbers("lost");
        HealthCalibration calibration = HealthCalibration.FromOutcomes(
            [.. worked.Numbers("scores").Select(score => new ScoredOutcome(score, lost.Contains(score)))],
            level: worked.Level
        );
        worked.ShouldPrint("area", calibration.AreaUnderCurve.Value);
        worked.ShouldPrint("areaLower", calibration.AreaUnderCurve.Interval?.Lower);
        worked.ShouldPrint("areaUpper", calibration.AreaUnderCurve.Interval?.Upper);
        worked.ShouldPrint("brier", calibration.Brier.Score.Value);
        worked.ShouldPrint("reliability", calibration.Brier.Reliability);
        worked.ShouldPrint("resolution", calibration.Brier.Resolution);
        worked.ShouldPrint("uncertainty", calibration.Brier.Uncertainty);
        worked.ShouldPrint("withinGroups", calibration.Brier.WithinGroups);
        worked.ShouldPrint("redRate", calibration.Bands[0].LossRate.Value);
        worked.ShouldPrint("amberRate", calibration.Bands[1].LossRate.Value);
        worked.ShouldPrint("greenRate", calibration.Bands[2].LossRate.Value);
    }

    [Test]
    public void WorkedNumber_OfTheGoal_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Blocks[2];
        NetPromoterBands bands = new(worked.Count("detractors"), worked.Count("passives"), worked.Count("promoters"));
        GoalProgress progress = GoalProgress.FromEstimate(
            NetPromoterScore.FromBands(bands, worked.Level),
            worked.Number("target")
        );
        worked.ShouldPrint("probability", progress.Probability);
        worked["status"].Should().Be(progress.Status.ToString());
    }

    // "0:0 10:80" are the knots (0, 0) and (10, 80) of a rising curve.
    private static HealthCurve Curve(string knots) =>
        new(
            ScaleDirection.HigherIsBetter,
            [
                .. knots
                    .Split(' ')
                    .Select(knot =>
                        knot.Split(':').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()
                    )
                    .Select(pair => new CurveKnot(pair[0], pair[1])),
            ]
        );
}
