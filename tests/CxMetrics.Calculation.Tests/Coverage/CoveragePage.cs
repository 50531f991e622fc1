using CxMetrics.Calculation.Tests.Documentation;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The page that shows the tables; each stands between two marks that name its study.</summary>
public static class CoveragePage
{
    /// <summary>When set, a run writes its tables into the page instead of comparing them.</summary>
    private const string Variable = "CXMETRICS_WRITE_COVERAGE";

    private static readonly string File = DocsFolder.PathOf("metrics", "coverage.md");

    public static void Show(string study, CoverageTable table)
    {
        string begin = $"<!-- table: {study} -->\n";
        const string End = "<!-- end -->\n";
        string page = System.IO.File.ReadAllText(File);
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        from.Should().BeGreaterThanOrEqualTo(0, $"the page has a place for the table {study}");
        from += begin.Length;
        int to = page.IndexOf(End, from, StringComparison.Ordinal);
        if (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 })
        {
            System.IO.File.WriteAllText(File, page[..from] + "\n" + table + "\n" + page[to..]);
            return;
        }

        page[from..to].Trim().Should().Be(table.ToString().Trim(), "the page shows what this run computed");
    }
}
