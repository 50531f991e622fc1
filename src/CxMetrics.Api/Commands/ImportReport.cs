using System.Text.Json;
using CxMetrics.Domain.Facts;
using CxMetrics.Ingestion;

namespace CxMetrics.Api.Commands;

/// <summary>Prints what became of an import: for people, or as the bulk endpoint says it.</summary>
internal static class ImportReport
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    public static void Write(BulkOutcome outcome, bool asJson)
    {
        foreach (FactError error in outcome.Errors)
        {
            Console.Error.WriteLine($"{error.Field}: {error.Message} ({error.Code})");
        }

        if (outcome.Kind != BulkOutcomeKind.Completed)
        {
            Console.Error.WriteLine(Explain(outcome.Kind));
        }

        if (asJson)
        {
            Console.WriteLine(JsonSerializer.Serialize(outcome.Report, Json));
            return;
        }

        WriteText(outcome);
    }

    private static void WriteText(BulkOutcome outcome)
    {
        // Of a file that was refused nothing is used, which its errors have said better.
        if (outcome is { Kind: not BulkOutcomeKind.Refused, IgnoredColumns.Count: > 0 })
        {
            Console.WriteLine($"Columns not used: {string.Join(", ", outcome.IgnoredColumns)}");
        }

        IngestReport report = outcome.Report;
        foreach (LineError error in report.Errors)
        {
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"line {error.Line}: {error.Field}: {error.Message} ({error.Code})"
                )
            );
        }

        if (report.ErrorsTruncated)
        {
            Console.WriteLine("… and more errors that are not listed.");
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"received {report.Received}, stored {report.Stored}, updated {report.Updated}, duplicates {report.Duplicates}, rejected {report.Rejected}"
            )
        );
    }

    private static string Explain(BulkOutcomeKind kind) =>
        kind switch
        {
            BulkOutcomeKind.Completed => string.Empty,
            BulkOutcomeKind.Refused => "Nothing was stored.",
            BulkOutcomeKind.Truncated =>
                "The file breaks off. What is counted as stored is; importing the whole file again is safe.",
            BulkOutcomeKind.TooLarge => "The file is longer than Ingestion:MaxBulkBytes. What is counted as stored is.",
            BulkOutcomeKind.Busy => "The database was too busy; nothing was stored.",
            BulkOutcomeKind.Interrupted =>
                "Interrupted. What is counted as stored is; importing the file again is safe.",
        };
}
