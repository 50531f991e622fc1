using System.Text;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>The lines of a Markdown table.</summary>
public static class CoverageTable
{
    public static string Line(IReadOnlyList<string> cells) => $"| {string.Join(" | ", cells)} |";

    public static string Of(IReadOnlyList<string> heads, IEnumerable<string> lines)
    {
        StringBuilder table = new();
        string[] rules = [.. heads.Select((_, column) => column == 0 ? "---" : "---:")];
        table.Append(Line(heads)).Append('\n').Append(Line(rules)).Append('\n');
        foreach (string line in lines)
        {
            table.Append(line).Append('\n');
        }

        return table.ToString();
    }

    /// <summary>The cells of a line.</summary>
    public static string[] Cells(string line) => [.. line.Trim().Trim('|').Split('|').Select(cell => cell.Trim())];
}
