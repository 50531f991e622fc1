namespace CxMetrics.Api.Hosting;

internal enum ResultFormat
{
    Json,
    Csv,
}
