namespace CxMetrics.Api.Hosting;

internal static class MediaTypes
{
    public const string Json = "application/json";
    public const string NewlineDelimitedJson = "application/x-ndjson";
}
