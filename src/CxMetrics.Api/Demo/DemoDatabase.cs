using System.IO.Pipelines;
using CxMetrics.Api.Commands;
using CxMetrics.Domain.Calendar;
using CxMetrics.Ingestion;

namespace CxMetrics.Api.Demo;

/// <summary>The database of the demonstration, apart from the one that <c>serve</c> uses.</summary>
internal static class DemoDatabase
{
    public const string File = "data/demo.db";

    public static void Use(ConfigurationManager configuration) =>
        configuration.AddInMemoryCollection(
            new Dictionary<string, string?>(StringComparer.Ordinal)
            {
                ["Storage:Provider"] = "Sqlite",
                ["Storage:ConnectionString"] = $"Data Source={File}",
                // What is set for a server is none of its business.
                ["Storage:ReadConnectionString"] = null,
                ["Storage:Writers"] = "1",
            }
        );

    /// <summary>Sends a year of generated answers through the ordinary ingest path.</summary>
    /// <remarks>A day's answers are always the same, so on a database that has some of them only the missing ones are stored.</remarks>
    public static async Task FillAsync(IServiceProvider services, CancellationToken cancellationToken)
    {
        var calendar = services.GetRequiredService<ReportingCalendar>();
        var clock = services.GetRequiredService<TimeProvider>();
        DateOnly today = calendar.DayOf(clock.GetUtcNow());
        var pipe = new Pipe();
        Task writing = DemoYear.WriteAsync(pipe.Writer, today, cancellationToken);
        BulkOutcome outcome = await services
            .GetRequiredService<ResponseIngestor>()
            .IngestNdjsonAsync(pipe.Reader, progress: null, cancellationToken);
        await writing;
        if (outcome is not { Kind: BulkOutcomeKind.Completed, Report.Rejected: 0 })
        {
            throw new CommandException(
                $"The generated answers were not stored: {outcome.Kind}, {outcome.Report.Rejected} rejected."
            );
        }
    }
}
