using CxMetrics.Api.Hosting;
using CxMetrics.Ingestion;

namespace CxMetrics.Api.Responses;

/// <summary>Says over HTTP what became of facts. 2xx only for what is durable.</summary>
internal static class IngestResults
{
    public static IResult From(HttpContext context, SingleOutcome outcome) =>
        outcome.Kind switch
        {
            SingleOutcomeKind.Stored => TypedResults.Created(
                FactPath.Write(ResponseIngestion.Collection, outcome.Source!, outcome.Id!),
                new IngestReceipt(IngestStatus.Stored, outcome.Source!, outcome.Id!)
            ),
            SingleOutcomeKind.Updated => TypedResults.Ok(
                new IngestReceipt(IngestStatus.Updated, outcome.Source!, outcome.Id!)
            ),
            SingleOutcomeKind.Duplicate => TypedResults.Ok(
                new IngestReceipt(IngestStatus.Duplicate, outcome.Source!, outcome.Id!)
            ),
            SingleOutcomeKind.Rejected => Problems.Validation(outcome.Errors),
            SingleOutcomeKind.Conflict => Problems.Conflict(outcome.Errors),
            SingleOutcomeKind.Busy => QueueRefusals.Full(context),
            SingleOutcomeKind.Stopping => QueueRefusals.Stopping(context),
        };

    public static IResult From(HttpContext context, BulkOutcome outcome) =>
        outcome.Kind switch
        {
            BulkOutcomeKind.Completed => TypedResults.Ok(outcome.Report),
            BulkOutcomeKind.Refused => Problems.Validation(outcome.Errors),
            BulkOutcomeKind.Truncated => Problems.Validation(outcome.Errors, outcome.Report),
            BulkOutcomeKind.TooLarge => Problems.TooLarge(
                "The stream is longer than Ingestion:MaxBulkBytes; the report says what was stored before the limit.",
                outcome.Report
            ),
            BulkOutcomeKind.Busy => QueueRefusals.Full(context),
            BulkOutcomeKind.Interrupted => Problems.Unavailable(
                context,
                "The service is stopping, or its database does not answer any more; the report says what was stored. Send it again.",
                outcome.Report
            ),
        };
}
