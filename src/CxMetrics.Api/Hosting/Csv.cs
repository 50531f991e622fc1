namespace CxMetrics.Api.Hosting;

/// <summary>The media type of CSV answers.</summary>
internal static class Csv
{
    public const string MediaType = "text/csv";
    public const string ContentType = "text/csv; charset=utf-8; header=present";
}
