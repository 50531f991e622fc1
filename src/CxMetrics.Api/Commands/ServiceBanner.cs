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
    /// <remarks>Where the service listens on every interface, the loopback one will do: nobody can call "any address".</remarks>
    public static string Address(WebApplication app)
    {
        var address = BindingAddress.Parse(app.Urls.First());
        bool isAny = address.Host is "*" or "+" or "0.0.0.0" or "[::]";
        string host = isAny ? "localhost" : address.Host;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{address.Scheme}://{host}:{address.Port}{address.PathBase}"
        );
    }
}
