using CxMetrics.Api.Commands;
using CxMetrics.Api.Metrics;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using Spectre.Console;

namespace CxMetrics.Api.Demo;

/// <summary>What the demonstration shows in the terminal.</summary>
internal static class DemoHeadlines
{
    private static readonly string[] Metrics = ["nps", "csat", "ces"];

    public static async Task WriteAsync(WebApplication app, CancellationToken cancellationToken)
    {
        Table table = new Table().AddColumns("score", "value", "95 % interval", "answers");
        foreach (string metric in Metrics)
        {
            MetricReport report = await ReadYearAsync(app.Services, metric, cancellationToken);
            MetricRow row = report.Rows[0];
            table.AddRow(
                metric,
                Number(row.Value, report.Unit),
                $"{Number(row.Interval?.Lower, report.Unit)} to {Number(row.Interval?.Upper, report.Unit)}",
                row.N.ToString("N0", CultureInfo.InvariantCulture)
            );
        }

        Console.WriteLine("The last 12 months:");
        AnsiConsole.Write(table);
        WriteRequests(app);
        ServiceBanner.Write(app);
    }

    private static async Task<MetricReport> ReadYearAsync(
        IServiceProvider services,
        string metric,
        CancellationToken cancellationToken
    )
    {
        ScoreDefinition definition = services.GetRequiredService<MetricCatalogue>().Find(metric)!;
        DateOnly today = services
            .GetRequiredService<ReportingCalendar>()
            .DayOf(services.GetRequiredService<TimeProvider>().GetUtcNow());
        var query = new MetricQuery(
            definition,
            new DateRange(today.AddYears(-1), today),
            PeriodLength.None,
            [],
            new Dictionary<Dimension, IReadOnlyList<string?>>(),
            Hosting.Confidence.Default,
            definition.Methods[0]
        );
        MetricOutcome outcome = await services.GetRequiredService<MetricReader>().ReadAsync(query, cancellationToken);
        return outcome.Report
            ?? throw new CommandException($"The demo database holds {metric} answers on different scales.");
    }

    private static string Number(double? value, ScoreUnit unit) =>
        value is null
            ? "-"
            : unit switch
            {
                ScoreUnit.Points => value.Value.ToString("0.0", CultureInfo.InvariantCulture),
                ScoreUnit.Percent => value.Value.ToString("0.0", CultureInfo.InvariantCulture) + " %",
                ScoreUnit.Rating => value.Value.ToString("0.00", CultureInfo.InvariantCulture),
            };

    /// <summary>Plain text, so that what is pasted is what was printed.</summary>
    private static void WriteRequests(WebApplication app)
    {
        string address = ServiceBanner.Address(app);
        string now = app
            .Services.GetRequiredService<TimeProvider>()
            .GetUtcNow()
            .ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        Console.WriteLine();
        Console.WriteLine($"curl '{address}/v1/metrics/nps?period=month'");
        Console.WriteLine($"curl '{address}/v1/metrics/csat?groupBy=touchpoint&format=csv'");
        Console.WriteLine(
            $"curl '{address}/v1/responses' -H 'Content-Type: application/json' "
                + $"-d '{{\"id\":\"my-first\",\"survey\":\"relationship\",\"respondedAt\":\"{now}\",\"answers\":[{{\"metric\":\"nps\",\"score\":9}}]}}'"
        );
        Console.WriteLine();
    }
}
