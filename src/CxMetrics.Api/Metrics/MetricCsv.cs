using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Statistics;

namespace CxMetrics.Api.Metrics;

/// <summary>A report as flat CSV: one line per row, columns in the order the contract fixes, and what only some reads have after those.</summary>
internal static class MetricCsv
{
    public static byte[] Write(MetricReport report, IReadOnlyList<Dimension> groupBy)
    {
        string[] breakdown = BreakdownColumns(report);
        var csv = new CsvBuilder();
        csv.Fields("metric", "periodStart", "periodEnd");
        csv.Fields([.. groupBy.Select(EnumNames.CamelCase)]);
        csv.Fields("value", "n", "lower", "upper", "standardError", "method", "flags");
        csv.Fields(breakdown);
        bool isByAccount = report.UnitOfAnalysis == UnitOfAnalysis.Account;
        if (isByAccount)
        {
            csv.Field("nEffective");
        }

        csv.EndRow();
        foreach (MetricRow row in report.Rows)
        {
            WriteRow(csv, report.Metric, row, breakdown, isByAccount);
        }

        return csv.ToUtf8();
    }

    private static void WriteRow(CsvBuilder csv, string metric, MetricRow row, string[] breakdown, bool isByAccount)
    {
        csv.Field(metric);
        csv.Field(row.PeriodStart);
        csv.Field(row.PeriodEnd);
        csv.Fields([.. row.Group.Values]);
        csv.Field(row.Value);
        csv.Field(row.N);
        csv.Field(row.Interval?.Lower);
        csv.Field(row.Interval?.Upper);
        csv.Field(row.StandardError);
        csv.Field(row.Interval?.Method);
        csv.Field(string.Join(';', row.Flags));
        foreach (string name in breakdown)
        {
            csv.Field(row.Breakdown.TryGetValue(name, out long count) ? count : (long?)null);
        }

        if (isByAccount)
        {
            csv.Field(row.NEffective);
        }

        csv.EndRow();
    }

    /// <summary>Rows on different scales (grouped by question) have different counts; the columns are their union, in order.</summary>
    private static string[] BreakdownColumns(MetricReport report)
    {
        string[] columns = [.. report.Rows.SelectMany(row => row.Breakdown.Keys).Distinct(StringComparer.Ordinal)];
        return Array.TrueForAll(columns, column => int.TryParse(column, CultureInfo.InvariantCulture, out _))
            ? [.. columns.OrderBy(column => int.Parse(column, CultureInfo.InvariantCulture))]
            : columns;
    }
}
