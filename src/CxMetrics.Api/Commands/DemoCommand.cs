using System.CommandLine;
using CxMetrics.Api.Demo;
using CxMetrics.Api.Hosting;

namespace CxMetrics.Api.Commands;

/// <summary><c>demo</c>: a year of generated answers, the headline scores, and requests to paste; then it serves.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var url = new Option<string?>("--urls")
        {
            Description = $"Where to listen. Default: {ApiApplication.DefaultUrl}.",
        };
        var command = new Command(
            "demo",
            $"Serve a year of generated answers from a database of its own ({DemoDatabase.File})."
        )
        {
            url,
        };
        command.SetAction((result, cancellationToken) => RunAsync(result.GetValue(url), cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(string? url, CancellationToken cancellationToken) =>
        StartGuard.RunAsync(async () =>
        {
            await using WebApplication app = ApiApplication.Create(builder =>
            {
                StartGuard.Quieten(builder.Logging);
                DemoDatabase.Use(builder.Configuration);
                if (url is not null)
                {
                    builder.WebHost.UseUrls(url);
                }
            });
            await app.StartAsync(cancellationToken);
            await DemoDatabase.FillAsync(app.Services, cancellationToken);
            await DemoHeadlines.WriteAsync(app, cancellationToken);
            await app.WaitForShutdownAsync(cancellationToken);
            return 0;
        });
}
