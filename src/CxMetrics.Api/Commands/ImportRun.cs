using System.IO.Compression;
using System.IO.Pipelines;
using CxMetrics.Api.Hosting;
using CxMetrics.Ingestion;

namespace CxMetrics.Api.Commands;

/// <summary>One run of <c>import</c>.</summary>
internal static class ImportRun
{
    public static async Task<int> RunAsync(ImportRequest request, CancellationToken cancellationToken)
    {
        BodyFormat format = FormatOf(request);
        using IHost host = CommandServices.Create();
        await host.StartAsync(cancellationToken);
        BulkOutcome outcome;
        try
        {
            var ingestor = host.Services.GetRequiredService<ResponseIngestor>();
            await using FileStream file = request.File.OpenRead();
            outcome = await ImportProgress.ShowAsync(
                file,
                progress => ReadAsync(ingestor, format, request, file, progress, cancellationToken)
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
        ImportRequest request,
        FileStream file,
        IProgress<long> progress,
        CancellationToken cancellationToken
    )
    {
        await using Stream content = IsGzip(request.File)
            ? new GZipStream(file, CompressionMode.Decompress, leaveOpen: true)
            : file;
        return format == BodyFormat.Csv
            ? await ingestor.IngestCsvAsync(content, request.CreateMapping(), progress, cancellationToken)
            : await ingestor.IngestNdjsonAsync(PipeReader.Create(content), progress, cancellationToken);
    }

    private static BodyFormat FormatOf(ImportRequest request)
    {
        string name = IsGzip(request.File) ? Path.GetFileNameWithoutExtension(request.File.Name) : request.File.Name;
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

    private static bool IsGzip(FileInfo file) => file.Extension.Equals(".gz", StringComparison.OrdinalIgnoreCase);
}
