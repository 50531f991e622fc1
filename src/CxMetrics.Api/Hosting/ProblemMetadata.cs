using CxMetrics.Api.OpenApi;

namespace CxMetrics.Api.Hosting;

/// <summary>Says in the description which problems an operation answers with.</summary>
internal static class ProblemMetadata
{
    public static RouteHandlerBuilder ProducesProblems(
        this RouteHandlerBuilder builder,
        params ReadOnlySpan<int> statuses
    )
    {
        foreach (int status in statuses)
        {
            builder.Produces<ProblemBody>(status, Problems.ContentType);
        }

        return builder;
    }
}
