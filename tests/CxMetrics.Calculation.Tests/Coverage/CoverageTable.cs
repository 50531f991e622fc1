using System.Globalization;
using System.Text;

namespace CxMetrics.Calculation.Tests.Coverage;

/// <summary>A table of the coverage page.</summary>
public sealed class CoverageTable
{
    private readonly StringBuilder _text = new();

    public CoverageTable(params ReadOnlySpan<string> columns)
    {
        Add(columns);
        string[] rules = [.. Enumerable.Repeat("---:", columns.Length)];
        rules[0] = "---";
        Add(rules);
    }

    public void Add(params ReadOnlySpan<string> cells) => _text.Append("| ").AppendJoin(" | ", cells).Append(" |\n");

    public override string ToString() => _text.ToString();

    /// <summary>A coverage as statisticians print it: .954.</summary>
    public static string Share(double share) =>
        share >= 0.9995 ? "1.000" : share.ToString(".000", CultureInfo.InvariantCulture);

    public static string Width(double width) => width.ToString("0.000", CultureInfo.InvariantCulture);
}
