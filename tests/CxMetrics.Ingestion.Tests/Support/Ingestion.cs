using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Responses;
using CxMetrics.Ingestion.Csv;
using Microsoft.Extensions.Options;

namespace CxMetrics.Ingestion.Tests.Support;

/// <summary>An ingestor over a store in memory, spoken to in text.</summary>
internal sealed class Ingestion
{
    public Ingestion(IngestionOptions? options = null) =>
        Ingestor = new ResponseIngestor(Store, new FixedClock(), Options.Create(options ?? new IngestionOptions()));

    public MemoryResponseStore Store { get; } = new();

    public ResponseIngestor Ingestor { get; }

    public IReadOnlyList<SurveyResponse> Stored => Store.Appended;

    /// <summary>A response with one answer; the extra members begin with a comma.</summary>
    public static string Json(string id = "r1", string extra = "") =>
        $$"""{"id":"{{id}}","survey":"post-purchase","respondedAt":"2026-03-01T09:30:00Z","answers":[{"metric":"nps","score":9}]{{extra}}}""";

    public static ReadOnlySequence<byte> Bytes(string text) => new(Encoding.UTF8.GetBytes(text));

    public Task<SingleOutcome> OneAsync(string json) => OneAsync(Encoding.UTF8.GetBytes(json));

    public async Task<SingleOutcome> OneAsync(byte[] json) =>
        await Ingestor.IngestOneAsync(new ReadOnlySequence<byte>(json), CancellationToken.None);

    public async Task<SurveyResponse> StoreOneAsync(string json)
    {
        SingleOutcome outcome = await OneAsync(json);
        outcome.Errors.Should().BeEmpty();
        outcome.Kind.Should().Be(SingleOutcomeKind.Stored);
        return Stored[^1];
    }

    public async Task<IReadOnlyList<FactError>> RejectOneAsync(string json)
    {
        SingleOutcome outcome = await OneAsync(json);
        outcome.Kind.Should().Be(SingleOutcomeKind.Rejected);
        outcome.Errors.Should().NotBeEmpty();
        Stored.Should().BeEmpty();
        return outcome.Errors;
    }

    public Task<BulkOutcome> ArrayAsync(string json) => Ingestor.IngestArrayAsync(Bytes(json), CancellationToken.None);

    public Task<BulkOutcome> NdjsonAsync(string body) => NdjsonAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)));

    public Task<BulkOutcome> NdjsonAsync(Stream body, IProgress<long>? progress = null) =>
        Ingestor.IngestNdjsonAsync(PipeReader.Create(body), progress, CancellationToken.None);

    public Task<BulkOutcome> CsvAsync(string body, CsvMapping? mapping = null) =>
        CsvAsync(new MemoryStream(Encoding.UTF8.GetBytes(body)), mapping);

    public Task<BulkOutcome> CsvAsync(Stream body, CsvMapping? mapping = null) =>
        Ingestor.IngestCsvAsync(body, mapping ?? CsvMapping.Identity, progress: null, CancellationToken.None);

    /// <summary>What is wrong with each line, as <c>line field code</c>.</summary>
    public static IEnumerable<string> Summary(BulkOutcome outcome) =>
        outcome.Report.Errors.Select(error => $"{error.Line} {error.Field} {error.Code}");
}
