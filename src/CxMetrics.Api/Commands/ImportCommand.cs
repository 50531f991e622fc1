using System.CommandLine;
using System.CommandLine.Parsing;

namespace CxMetrics.Api.Commands;

/// <summary><c>import KIND FILE</c>: reads a file into the database through the ordinary ingest path.</summary>
internal static class ImportCommand
{
    private const string Responses = "responses";

    public static Command Create()
    {
        var kind = new Argument<string>("KIND") { Description = $"What the file holds: {Responses}." };
        kind.CompletionSources.Add(Responses);
        kind.Validators.Add(RefuseUnknownKind);
        var file = new Argument<FileInfo>("FILE")
        {
            Description = "CSV (.csv) or NDJSON (.ndjson, .jsonl), also gzipped (.gz).",
        };
        file.AcceptExistingOnly();
        var map = new Option<string[]>("--map")
        {
            Description =
                "FIELD=COLUMN: take a field from a column of another name; @row is the number of the row. Repeatable. "
                + "Answers are fields named nps, csat, ces or rating, with a question as csat:Seat comfort.",
        };
        var set = new Option<string[]>("--set")
        {
            Description = "FIELD=VALUE: the same value in every row. Repeatable. A scale is set as csat.scale=0-10.",
        };
        var timeZone = new Option<string?>("--time-zone")
        {
            Description = "IANA zone of times that carry none, such as Europe/Berlin.",
        };
        var notAnswered = new Option<string[]>("--not-answered")
        {
            Description = "A value of answer columns that means no answer, beside the empty cell. Repeatable.",
        };
        var json = new Option<bool>("--json")
        {
            Description = "Print the report as JSON, as the bulk endpoint answers.",
        };

        var command = new Command("import", "Read a file into the database.")
        {
            kind,
            file,
            map,
            set,
            timeZone,
            notAnswered,
            json,
        };
        command.SetAction(
            (result, cancellationToken) =>
                StartGuard.RunAsync(() =>
                    ImportRun.RunAsync(
                        new ImportRequest(
                            result.GetRequiredValue(file),
                            result.GetValue(map) ?? [],
                            result.GetValue(set) ?? [],
                            result.GetValue(timeZone),
                            result.GetValue(notAnswered) ?? [],
                            result.GetValue(json)
                        ),
                        cancellationToken
                    )
                )
        );
        return command;
    }

    private static void RefuseUnknownKind(ArgumentResult result)
    {
        string? kind = result.GetValueOrDefault<string>();
        if (kind is not Responses)
        {
            result.AddError($"There is no kind '{kind}' to import; there is: {Responses}.");
        }
    }
}
