using System.CommandLine;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace CxMetrics.Benchmarks.Ingestion;

/// <summary>What the framework costs without us: reads the same JSON into the same fields, answers the same bytes, stores nothing.</summary>
internal static class BareEndpoint
{
    public static Command CreateCommand()
    {
        var url = new Option<string>("--urls") { Required = true };
        var command = new Command("bare-endpoint") { url };
        command.Hidden = true;
        command.SetAction((given, cancellationToken) => RunAsync(given.GetValue(url)!, cancellationToken));
        return command;
    }

    private static async Task RunAsync(string url, CancellationToken cancellationToken)
    {
        // Not where the user stands: the framework watches this folder with all below it, and databases may lie there.
        WebApplicationBuilder builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory }
        );
        builder.WebHost.UseUrls(url).ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        await using WebApplication app = builder.Build();
        app.MapPost("/v1/responses", ReadAsync);
        await app.StartAsync(cancellationToken);
        Console.WriteLine($"The bare endpoint serves at {app.Urls.First()}.");
        await app.WaitForShutdownAsync(cancellationToken);
    }

    private static async Task<Results<Created<BareReceipt>, BadRequest>> ReadAsync(
        HttpRequest request,
        CancellationToken cancellationToken
    )
    {
        BareResponse? response = await request.ReadFromJsonAsync<BareResponse>(cancellationToken);
        return response is { Survey: not null, Answers: [_] }
            ? TypedResults.Created(
                "/v1/responses/api/" + response.Id,
                new BareReceipt("stored", response.Source ?? "api", response.Id)
            )
            : TypedResults.BadRequest();
    }
}
