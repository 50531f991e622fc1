namespace CxMetrics.Api.Responses;

internal enum IngestStatus
{
    Stored,
    Updated,
    Duplicate,
}
