using System.Diagnostics;
using System.IO.Pipelines;
using CxMetrics.Benchmarks.Databases;
using CxMetrics.Benchmarks.Load;
using CxMetrics.Benchmarks.Reports;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>Where the time of a bulk body goes: reading it and storing it, each alone and in this process.</summary>
internal static class BulkStages
{
    private const int ChunkRows = 5_000;
    private const int BufferBytes = 64 * 1024;

    public static async Task RunAsync(BenchmarkSettings settings, Report report, CancellationToken cancellationToken)
    {
        report.Title("Bulk by stage, in one process, each alone");
        report.Table("stage", "rows/s", "µs/row");
        await WarmUpAsync(settings, cancellationToken);
        foreach (RowOrder order in Enum.GetValues<RowOrder>())
        {
            var responses = new GeneratedResponses(order, settings.Rows);
            Write(report, $"make the JSON, {BulkBenchmark.Name(order)}", settings.Rows, Drain(responses));
            var kept = new CollectingStore(mostKept: settings.Rows);
            TimeSpan reading = await ReadAsync(responses, new CollectingStore(mostKept: 0), cancellationToken);
            Write(report, "make, read and check it", settings.Rows, reading);
            await ReadAsync(responses, kept, cancellationToken);
            TimeSpan storing = await StoreAsync(settings, kept.Kept, cancellationToken);
            Write(report, "store what was read", settings.Rows, storing);
        }
    }

    // The compiler's work is not the stage's.
    private static async Task WarmUpAsync(BenchmarkSettings settings, CancellationToken cancellationToken)
    {
        const int rows = 50_000;
        var store = new CollectingStore(mostKept: rows);
        await ReadAsync(new GeneratedResponses(RowOrder.ByTime, rows), store, cancellationToken);
        await StoreAsync(settings, store.Kept, cancellationToken);
    }

    private static void Write(Report report, string stage, int rows, TimeSpan elapsed) =>
        report.Row(stage, Figures.Count(rows / elapsed.TotalSeconds), Figures.MicrosecondsEach(elapsed, rows));

    private static TimeSpan Drain(GeneratedResponses responses)
    {
        using var body = new GeneratedNdjson(responses, ..);
        byte[] buffer = new byte[BufferBytes];
        long start = Stopwatch.GetTimestamp();
        while (body.Read(buffer) > 0)
        {
            // Only the making of the bytes is measured.
        }

        return Stopwatch.GetElapsedTime(start);
    }

    private static async Task<TimeSpan> ReadAsync(
        GeneratedResponses responses,
        IResponseStore store,
        CancellationToken cancellationToken
    )
    {
        var options = new IngestionOptions { MaxBulkBytes = 8L << 30, BulkChunkFacts = ChunkRows };
        var ingestor = new ResponseIngestor(store, TimeProvider.System, Options.Create(options));
        await using var body = new GeneratedNdjson(responses, ..);
        var pipe = PipeReader.Create(body, new StreamPipeReaderOptions(bufferSize: BufferBytes, minimumReadSize: 4096));
        long start = Stopwatch.GetTimestamp();
        BulkOutcome outcome = await ingestor.IngestNdjsonAsync(pipe, progress: null, cancellationToken);
        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        return outcome.Report?.Stored == responses.Count
            ? elapsed
            : throw new InvalidOperationException("Not every generated line was taken.");
    }

    private static async Task<TimeSpan> StoreAsync(
        BenchmarkSettings settings,
        IReadOnlyList<SurveyResponse> responses,
        CancellationToken cancellationToken
    )
    {
        await using IBenchmarkDatabase database = settings.Databases.Open("stages");
        using IHost host = await StorageHost.StartAsync(database, cancellationToken);
        IResponseStore store = host.Services.GetRequiredService<IResponseStore>();
        long start = Stopwatch.GetTimestamp();
        foreach (SurveyResponse[] chunk in responses.Chunk(ChunkRows))
        {
            await store.AppendAsync(chunk, WhenFull.Wait, cancellationToken);
        }

        TimeSpan elapsed = Stopwatch.GetElapsedTime(start);
        await host.StopAsync(cancellationToken);
        return elapsed;
    }
}
