using System.Globalization;
using System.Text.RegularExpressions;
using CxMetrics.Calculation.Tests.Documentation;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The page that shows the tables; each stands between two marks that name it.</summary>
public static partial class CoveragePage
{
    /// <summary>The name of the table of what is below the nominal level, which follows from the other tables.</summary>
    public const string Weaknesses = "below nominal";

    private const double LowestAccepted = 0.93;
    private const int FewestObservations = 20;
    private const int PatienceInMilliseconds = 1_000;

    private const string Begin = "<!-- table: ";
    private const string BeginEnd = " -->\n";
    private const string End = "<!-- end -->\n";

    private static readonly string File = DocsFolder.PathOf("metrics", "coverage.md");

    /// <summary>When CXMETRICS_WRITE_COVERAGE is set, a run writes its tables into the page instead of comparing them.</summary>
    public static bool IsWritten => Environment.GetEnvironmentVariable("CXMETRICS_WRITE_COVERAGE") is { Length: > 0 };

    public static IReadOnlyList<string> TableNames =>
        [
            .. System
                .IO.File.ReadAllText(File)
                .Split(Begin)
                .Skip(1)
                .Select(part => part[..part.IndexOf(BeginEnd, StringComparison.Ordinal)]),
        ];

    public static string TableOf(string name)
    {
        string page = System.IO.File.ReadAllText(File);
        return page[Place(page, name)].Trim() + "\n";
    }

    public static void Write(string name, string table)
    {
        string page = System.IO.File.ReadAllText(File);
        Range place = Place(page, name);
        System.IO.File.WriteAllText(File, $"{page[..place.Start]}\n{table}\n{page[place.End..]}");
    }

    /// <summary>
    /// The defaults that cover less than .93 in a setting with 20 observations or more: how low and where, made of the tables of the page.
    /// </summary>
    public static string WeaknessTable() =>
        CoverageTable.Of(
            ["table", "default", "settings", "least", "where"],
            TableNames.Where(name => name != Weaknesses).SelectMany(name => WeaknessesOf(name, TableOf(name)))
        );

    private static IEnumerable<string> WeaknessesOf(string name, string table)
    {
        string[] lines = table.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        string[] heads = CoverageTable.Cells(lines.FirstOrDefault(""));
        string[][] rows =
        [
            .. lines.Skip(2).Select(CoverageTable.Cells).Where(cells => Observations(cells[0]) >= FewestObservations),
        ];
        foreach (int column in Enumerable.Range(0, heads.Length).Where(index => heads[index].EndsWith('*')))
        {
            string[][] weak = [.. rows.Where(cells => LeastOf(cells[column]) < LowestAccepted)];
            if (weak.Length > 0)
            {
                string[] worst = weak.MinBy(cells => LeastOf(cells[column]))!;
                string least = CoverageFigure.Share(LeastOf(worst[column])!.Value);
                yield return CoverageTable.Line([
                    name,
                    heads[column].Trim('*'),
                    $"{weak.Length}",
                    least,
                    SettingOf(heads, worst),
                ]);
            }
        }
    }

    private static string SettingOf(string[] heads, string[] cells)
    {
        IEnumerable<string> labels =
            heads[^1] == FoldedStudy.WorstHead ? [cells[0], cells[^1]] : cells.TakeWhile(cell => LeastOf(cell) is null);
        return string.Join(", ", labels);
    }

    /// <summary>The least coverage of a cell, which may show the mean before it; null for a cell that describes the setting.</summary>
    private static double? LeastOf(string cell) =>
        CoveragePattern.Match(cell) is { Success: true } match
            ? double.Parse(match.Groups["least"].Value, CultureInfo.InvariantCulture)
            : null;

    /// <summary>The smallest number of a first cell: of "20 and 50" it is 20.</summary>
    private static int Observations(string cell) =>
        WholeNumberPattern
            .Matches(cell.Replace(",", "", StringComparison.Ordinal))
            .Min(match => int.Parse(match.Value, CultureInfo.InvariantCulture));

    private static Range Place(string page, string name)
    {
        string begin = Begin + name + BeginEnd;
        int from = page.IndexOf(begin, StringComparison.Ordinal);
        from.Should().BeGreaterThanOrEqualTo(0, $"the page has a place for the table {name}");
        from += begin.Length;
        return from..page.IndexOf(End, from, StringComparison.Ordinal);
    }

    [GeneratedRegex(
        @"^((\.\d{3}|1\.000) / )*(?<least>\.\d{3}|1\.000)( |$)",
        RegexOptions.ExplicitCapture,
        PatienceInMilliseconds
    )]
    private static partial Regex CoveragePattern { get; }

    [GeneratedRegex(@"\d+", RegexOptions.None, PatienceInMilliseconds)]
    private static partial Regex WholeNumberPattern { get; }
}
