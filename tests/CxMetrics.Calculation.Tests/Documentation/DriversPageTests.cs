using CxMetrics.Calculation.Drivers;

namespace CxMetrics.Calculation.Tests.Documentation;

public sealed class DriversPageTests
{
    private static readonly IReadOnlyList<WorkedNumber> Blocks = WorkedNumber.ReadAll(
        DocsFolder.PathOf("calculation", "drivers.md")
    );

    [Test]
    public void Page_Always_HasAWorkedNumberPerSection() => Blocks.Should().HaveCount(3);

    [Test]
    public void WorkedNumber_OfCorrelation_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Blocks[0];
        double[] first = worked.Numbers("first");
        double[] second = worked.Numbers("second");
        ShouldBe(worked, "pearson", PearsonCorrelation.FromPairs(first, second, worked.Level));
        ShouldBe(worked, "spearman", SpearmanCorrelation.FromPairs(first, second, worked.Level));
        ShouldBe(worked, "kendall", KendallCorrelation.FromPairs(first, second, worked.Level));
    }

    [Test]
    public void WorkedNumber_OfKeyDrivers_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Blocks[1];
        KeyDriverAnalysis analysis = KeyDrivers
            .FromTable(
                DriverTable.FromColumns(worked.Numbers("outcome"), Ratings(worked)),
                (int)worked.Count("resamples"),
                worked.Count("seed"),
                worked.Level
            )
            .Model!;
        KeyDriver speed = analysis.Drivers[0];
        worked.ShouldPrint("rSquared", analysis.RSquared.Value);
        worked.ShouldPrint("speedImportance", speed.Importance.Value);
        worked.ShouldPrint("speedLower", speed.Importance.Interval?.Lower);
        worked.ShouldPrint("speedUpper", speed.Importance.Interval?.Upper);
        worked.ShouldPrint("qualityImportance", analysis.Drivers[1].Importance.Value);
        worked.ShouldPrint("priceImportance", analysis.Drivers[2].Importance.Value);
        worked.ShouldPrint("speedShare", speed.Share.Value);
        worked.ShouldPrint("speedCoefficient", speed.Coefficient.Estimate.Value);
        worked.ShouldPrint("qualityCoefficient", analysis.Drivers[1].Coefficient.Estimate.Value);
    }

    [Test]
    public void WorkedNumber_OfReliability_IsWhatTheLibraryComputes()
    {
        WorkedNumber worked = Blocks[2];
        Reliability reliability = CronbachAlpha.FromItems(Ratings(worked), worked.Level);
        worked.ShouldPrint("alpha", reliability.Alpha.Value);
        worked.ShouldPrint("lower", reliability.Alpha.Interval?.Lower);
        worked.ShouldPrint("upper", reliability.Alpha.Interval?.Upper);
        worked.ShouldPrint("standardized", reliability.StandardizedAlpha);
        worked.ShouldPrint("withoutPrice", reliability.Items[2].AlphaIfDropped);
    }

    private static NamedColumn[] Ratings(WorkedNumber worked) =>
        [
            new("speed", worked.Numbers("speed")),
            new("quality", worked.Numbers("quality")),
            new("price", worked.Numbers("price")),
        ];

    private static void ShouldBe(WorkedNumber worked, string name, Correlation correlation)
    {
        worked.ShouldPrint(name, correlation.Coefficient.Value);
        worked.ShouldPrint(name + "Lower", correlation.Coefficient.Interval?.Lower);
        worked.ShouldPrint(name + "Upper", correlation.Coefficient.Interval?.Upper);
    }
}
