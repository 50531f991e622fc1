namespace CxMetrics.Ingestion;

/// <summary>What became of the facts of one body.</summary>
/// <param name="Received">
/// Facts read, good or bad. Equal to the sum of the other counts once a body is completed; higher when it ended early,
/// by as many facts as were read but not committed.
/// </param>
/// <param name="Stored">New facts, durable.</param>
/// <param name="Updated">New revisions of known facts, durable.</param>
/// <param name="Duplicates">Facts that were known with the same content.</param>
/// <param name="Rejected">Facts with at least one error; each counts once.</param>
/// <param name="Errors">What was wrong, by line; at most <see cref="IngestionOptions.MaxReportedErrors"/>.</param>
/// <param name="ErrorsTruncated">Whether there were more errors than are listed.</param>
public sealed record IngestReport(
    long Received,
    long Stored,
    long Updated,
    long Duplicates,
    long Rejected,
    IReadOnlyList<LineError> Errors,
    bool ErrorsTruncated
)
{
    /// <summary>The report of a body of which nothing was read.</summary>
    public static IngestReport Nothing { get; } = new(0, 0, 0, 0, 0, [], ErrorsTruncated: false);
}
