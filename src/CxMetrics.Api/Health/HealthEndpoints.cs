using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Facts;
using CxMetrics.Domain.Statistics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Health;

/// <summary>For load balancers and orchestrators.</summary>
internal static class HealthEndpoints
{
    public static IEndpointRouteBuilder MapHealth(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/health").WithTags("Health");
        group
            .MapGet("/live", GetLiveness)
            .WithName(nameof(GetLiveness))
            .WithSummary("Is the process alive?")
            .WithDescription("200 as long as the process answers at all. Restart it when it does not.");
        group
            .MapGet("/ready", GetReadiness)
            .WithName(nameof(GetReadiness))
            .WithSummary("Can it take work?")
            .WithDescription(
                "200 when the database answers and the queue in front of it has room; send traffic elsewhere otherwise."
            )
            .ProducesProblems(503);
        return routes;
    }

    private static Ok<HealthStatus> GetLiveness() => TypedResults.Ok(new HealthStatus("live"));

    private static async Task<Results<Ok<HealthStatus>, ProblemHttpResult>> GetReadiness(
        HttpContext context,
        IIngestBacklog backlog,
        IRatingStatisticsStore store,
        CancellationToken cancellationToken
    )
    {
        if (!backlog.IsOpen)
        {
            return Problems.Unavailable(context, "The service is stopping.");
        }

        if (backlog.Depth >= backlog.Capacity)
        {
            return Problems.Unavailable(context, "The queue in front of the database is full.");
        }

        // The cheapest question that only the database can answer.
        await store.ListQuestionsAsync(cancellationToken);
        return TypedResults.Ok(new HealthStatus("ready"));
    }
}
