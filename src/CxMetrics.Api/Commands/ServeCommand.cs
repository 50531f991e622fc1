using System.CommandLine;
using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Commands;

/// <summary><c>serve</c>: runs the service until it is told to stop.</summary>
internal static class ServeCommand
{
    public static Command Create()
    {
        var url = new Option<string?>("--urls")
        {
            Description = $"Where to listen. Default: {ApiApplication.DefaultUrl}.",
        };
        var command = new Command("serve", "Serve the API (the default command).") { url };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(url), cancellationToken));
        return command;
    }

    public static Task<int> RunAsync(string? url, CancellationToken cancellationToken) =>
        StartGuard.RunAsync(async () =>
        {
            await using WebApplication app = ApiApplication.Create(builder =>
            {
                StartGuard.Quieten(builder.Logging);
                if (url is not null)
                {
                    builder.WebHost.UseUrls(url);
                }
            });
            await app.StartAsync(cancellationToken);
            ServiceBanner.Write(app);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
}
