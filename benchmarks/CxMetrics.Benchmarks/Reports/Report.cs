using System.Globalization;
using System.Text;

namespace CxMetrics.Benchmarks.Reports;

/// <summary>What was measured, as Markdown; nothing counts until the machine is named.</summary>
internal sealed class Report
{
    private readonly StringBuilder _text = new();

    private Report() { }

    public static Report Begin(string arguments)
    {
        var report = new Report();
        string date = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        report.Line($"# Results of {date} UTC");
        report.Add("");
        report.Line($"- Command: `CxMetrics.Benchmarks {arguments}`");
        report.Line($"- Machine: {Machine.Describe()}");
        report.Line(
            $"- Disk: 4 KB appended and synchronised in {Machine.MeasureSync().TotalMicroseconds:N0} µs (median)"
        );
        return report;
    }

    public void Title(string title)
    {
        Add("");
        Line($"## {title}");
        Add("");
    }

    public void Line(FormattableString line) => Add(line.ToString(CultureInfo.InvariantCulture));

    public void Table(params ReadOnlySpan<string> columns)
    {
        Row(columns);
        // Numbers stand below each other; only the first column is text.
        string[] rules = [.. Enumerable.Repeat("---:", columns.Length)];
        rules[0] = "---";
        Row(rules);
    }

    public void Row(params ReadOnlySpan<string> cells)
    {
        Add("| " + string.Join(" | ", cells) + " |");
    }

    public async Task WriteAsync(FileInfo? file, CancellationToken cancellationToken)
    {
        if (file is null)
        {
            return;
        }

        file.Directory?.Create();
        await File.WriteAllTextAsync(file.FullName, _text.ToString(), cancellationToken);
    }

    // Printed at once, so that a long run shows where it is.
    private void Add(string line)
    {
        Console.WriteLine(line);
        _text.Append(line).Append('\n');
    }
}
