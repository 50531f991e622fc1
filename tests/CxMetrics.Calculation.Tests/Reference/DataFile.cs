using System.Globalization;
using CxMetrics.Calculation.LifetimeValue;
using CxMetrics.Calculation.Tests.Documentation;

namespace CxMetrics.Calculation.Tests.Reference;

/// <summary>Data sets that are not part of the repository: in the folder that CXMETRICS_DATA names, or in shared/data beside it.</summary>
public static class DataFile
{
    private const string Variable = "CXMETRICS_DATA";

    private static string Root { get; } =
        Path.GetFullPath(
            Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
                ? folder
                : DocsFolder.PathOf("..", "..", "shared", "data")
        );

    /// <summary>The path of a file; skips the test by the file's name where it is missing.</summary>
    public static string Require(params ReadOnlySpan<string> parts)
    {
        string path = Path.Combine([Root, .. parts]);
        if (!File.Exists(path))
        {
            Assert.Ignore($"The file '{path}' is missing; {Variable} says where the data sets lie.");
        }

        return path;
    }

    /// <summary>The customers of the CDNOW sample with their numbers: 39 weeks from the first quarter of 1997, in weeks.</summary>
    public static IReadOnlyList<(long Id, CustomerHistory History)> Cdnow() =>
        [.. File.ReadLines(Require("cdnow_summary.csv")).Skip(1).Select(Parse)];

    private static (long Id, CustomerHistory History) Parse(string line)
    {
        string[] fields = line.Split(',');
        double[] numbers = [.. fields.Select(field => double.Parse(field, CultureInfo.InvariantCulture))];
        return ((long)numbers[0], new CustomerHistory((int)numbers[1], numbers[2], numbers[3], numbers[4]));
    }
}
