using CxMetrics.Ingestion.Json;

namespace CxMetrics.Ingestion.Streams;

/// <summary>Reads one body that is a JSON array: all of it, then one transaction.</summary>
internal sealed class ArrayIngest<TFact>(
    JsonFactParser<TFact> parser,
    BulkAppender<TFact> appender,
    IngestionOptions options
)
    where TFact : class
{
    private long _element;

    public Task<BulkOutcome> RunAsync(ReadOnlySpan<byte> json, CancellationToken cancellationToken) =>
        parser.TryParseArray(json, options.MaxBatchFacts, Take)
            ? appender.FinishAsync(BulkOutcomeKind.Completed, [], cancellationToken)
            : Task.FromResult(new BulkOutcome(BulkOutcomeKind.Refused, IngestReport.Nothing, parser.Errors.ToList()));

    private void Take(TFact? fact)
    {
        _element++;
        if (fact is not null)
        {
            appender.Add(fact, _element);
        }
        else
        {
            appender.Reject(parser.Errors.ToList(), _element);
        }
    }
}
