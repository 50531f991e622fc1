namespace CxMetrics.Api.Hosting;

internal enum BodyFormat
{
    Json,
    NewlineDelimitedJson,
    Csv,
}
