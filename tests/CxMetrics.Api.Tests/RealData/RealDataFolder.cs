using CxMetrics.Api.Tests.Specification;

namespace CxMetrics.Api.Tests.RealData;

/// <summary>Where the data sets lie: they are not part of the repository.</summary>
internal static class RealDataFolder
{
    private const string Variable = "CXMETRICS_DATA";

    private static string Root { get; } =
        Path.GetFullPath(
            Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } folder
                ? folder
                : Path.Combine(Repository.Root, "..", "shared", "data")
        );

    public static bool Has(string set) => Directory.Exists(Path.Combine(Root, set));

    public static string PathOf(string set, string file) => Path.Combine(Root, set, file);

    /// <summary>Skips the tests of a set that is not on this machine, by its name.</summary>
    public static void Require(string set)
    {
        if (!Has(set))
        {
            Assert.Ignore(
                $"The folder '{Path.Combine(Root, set)}' is missing; {Variable} says where the data sets lie."
            );
        }
    }
}
