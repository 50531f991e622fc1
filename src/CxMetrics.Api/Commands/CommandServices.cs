using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Commands;

/// <summary>The services of a command that does not serve, from the same settings as the service.</summary>
internal static class CommandServices
{
    /// <summary>A host with the ingest path and the store. Starting it migrates the database; stopping it settles what is waiting.</summary>
    public static IHost Create()
    {
        HostApplicationBuilder builder = Host.CreateApplicationBuilder(
            new HostApplicationBuilderSettings
            {
                ContentRootPath = AppContext.BaseDirectory,
                Args = [ApiApplication.WatchNoSettings],
            }
        );
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        StartGuard.Quieten(builder.Logging);
        builder.Services.AddCore(builder.Configuration);
        return builder.Build();
    }
}
