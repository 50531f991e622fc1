namespace CxMetrics.Api.Commands;

/// <summary>The lines a person sees when the service is up.</summary>
internal static class ServiceBanner
{
    public static void Write(WebApplication app)
    {
        string address = Address(app);
        Console.WriteLine($"CxMetrics serves at {address} (API description: {address}/swagger). Ctrl+C stops it.");
    }

    /// <summary>The address to use in requests.</summary>
    public static string Address(WebApplication app) => app.Urls.First().TrimEnd('/');
}
