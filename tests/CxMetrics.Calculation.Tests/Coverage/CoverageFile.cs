using System.Text.Json;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The coverage figures that were computed outside this project: tables, not cases.</summary>
public static class CoverageFile
{
    /// <summary>The topic by which the runner of cases knows the file.</summary>
    public const string Topic = "coverage";

    /// <summary>How far an exact figure may be from one of the file, which has four digits.</summary>
    public const double Rounding = 0.000051;

    // The file beside the tests: another folder of cases need not have one.
    public static JsonElement Root { get; } =
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(ReferenceFolder.OfTheTests, "coverage.json")));

    public static IReadOnlyList<JsonElement> Rows(string study) => [.. Root.GetProperty(study).EnumerateArray()];

    /// <summary>Compares an exact coverage and mean width with those of the file.</summary>
    public static void ShouldAgree(CoverageTally tally, JsonElement expected, string what)
    {
        tally.Coverage.Should().BeApproximately(expected.GetProperty("coverage").GetDouble(), Rounding, what);
        tally.MeanWidth.Should().BeApproximately(expected.GetProperty("mean_width").GetDouble(), Rounding, what);
    }
}
