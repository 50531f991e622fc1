using System.Text.Json;
using CxMetrics.Calculation.Tests.Reference;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The coverage figures that were computed outside this project.</summary>
public static class CoverageFile
{
    private static JsonElement Root { get; } =
        JsonElement.Parse(File.ReadAllBytes(Path.Combine(ReferenceFolder.Path, "coverage.json")));

    public static IReadOnlyList<JsonElement> Rows(string study) => [.. Root.GetProperty(study).EnumerateArray()];
}
