using System.IO.Compression;
using System.IO.Pipelines;
using CxMetrics.Api.Hosting;
using CxMetrics.Ingestion;
using CxMetrics.Ingestion.Csv;

namespace CxMetrics.Api.Commands;

/// <summary>One run of <c>import</c>.</summary>
internal static class ImportRun
{
    public static async Task<int> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        BodyFormat format = FormatOf(request);
        CsvMapping mapping = request.CreateMapping();
        await using FileStream file = Open(request.File);
        using IHost host = CommandServices.Create();
        await host.StartAsync(cancellationToken);
        BulkOutcome outcome;
        try
        {
            var ingestor = host.Services.GetRequiredService<ResponseIngestor>();
            outcome = await ImportProgress.ShowAsync(
                file,
                progress => ReadAsync(ingestor, format, mapping, file, progress, cancellationToken)
            );
        }
        catch (OperationCanceledException)
        {
            throw new CommandException(
                "Interrupted. What was stored until then is kept; importing the file again is safe."
            );
        }
        finally
        {
            // What was read is settled even when the user interrupts.
            await host.StopAsync(CancellationToken.None);
        }

        ImportReport.Write(outcome, request.Json);
        return outcome is { Kind: BulkOutcomeKind.Completed, Report.Rejected: 0 } ? 0 : 1;
    }

    private static async Task<BulkOutcome> ReadAsync(
        ResponseIngestor ingestor,
        BodyFormat format,
        CsvMapping mapping,
        FileStream file,
        IProgress<long> progress,
        CancellationToken cancellationToken
    )
    {
        await using Stream content = IsGzip(file.Name)
            ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true)
            : file;
        return format == BodyFormat.Csv
            ? await ingestor.IngestCsvAsync(content, mapping, progress, cancellationToken)
            : await ingestor.IngestNdjsonAsync(PipeReader.Create(content), progress, cancellationToken);
    }

    private static BodyFormat FormatOf(ImportRequest request)
    {
        string name = IsGzip(request.File.Name)
            ? Path.GetFileNameWithoutExtension(request.File.Name)
            : request.File.Name;
        switch (Path.GetExtension(name).ToUpperInvariant())
        {
            case ".CSV":
                return BodyFormat.Csv;
            case ".NDJSON" or ".JSONL":
                return request.HasMapping
                    ? throw new CommandException(
                        "--map, --set, --time-zone and --not-answered are for CSV; NDJSON names its members itself."
                    )
                    : BodyFormat.NewlineDelimitedJson;
            default:
                throw new CommandException(
                    $"The format of '{request.File.Name}' is not known; name it .csv, .ndjson or .jsonl, with .gz behind it when it is gzipped."
                );
        }
    }

    private static bool IsGzip(string name) => name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase);

    private static FileStream Open(FileInfo file)
    {
        try
        {
            return file.OpenRead();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new CommandException($"The file cannot be opened: {exception.Message}");
        }
    }
}
