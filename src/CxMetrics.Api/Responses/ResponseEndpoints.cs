using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Responses;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CxMetrics.Api.Responses;

/// <summary>Survey responses: in, and back out so that every number can be traced to its rows.</summary>
internal static class ResponseEndpoints
{
    public static IEndpointRouteBuilder MapResponses(this IEndpointRouteBuilder routes)
    {
        RouteGroupBuilder group = routes.MapGroup("/v1/responses").WithTags("Responses");

        group
            .MapPost("/", ResponseIngestion.IngestResponses)
            .WithName(nameof(ResponseIngestion.IngestResponses))
            .WithSummary("Send survey responses")
            .WithDescription(
                "One response as a JSON object, up to 10,000 as an array, any number as an NDJSON or CSV stream; also gzip by `Content-Encoding`. "
                    + "What the answer counts as stored is durable, and sending it again is safe: `source` and `id` identify a response for ever."
            )
            .Accepts<SurveyResponseBody>("application/json", MediaTypes.NewlineDelimitedJson, Csv.MediaType)
            .Produces<IngestReceipt>(StatusCodes.Status201Created)
            .Produces<IngestReceipt>(StatusCodes.Status200OK)
            .AddOpenApiOperationTransformer(IngestDescription.DescribeAsync)
            .ProducesProblems(400, 413, 415, 503);

        group
            .MapGet("/", ResponseList.ListResponses)
            .WithName(nameof(ResponseList.ListResponses))
            .WithSummary("List survey responses")
            .WithDescription(
                "Current responses by the time they were given, oldest first, a page at a time: pass `nextCursor` (JSON) or follow the `Link` header (CSV) "
                    + "until there is none. CSV has one row per answer."
            )
            .Produces<ResponsePageBody>(StatusCodes.Status200OK, "application/json", Csv.MediaType)
            .ProducesProblems(400, 406, 503);

        group
            .MapGet("/{source}/{id}", GetResponse)
            .WithName(nameof(GetResponse))
            .WithSummary("Read a survey response")
            .WithDescription("The current revision of one response, as it was sent.")
            .ProducesProblems(404, 503);
        return routes;
    }

    private static async Task<Results<Ok<StoredResponseBody>, ProblemHttpResult>> GetResponse(
        string source,
        string id,
        HttpContext context,
        IResponseStore store,
        CancellationToken cancellationToken
    )
    {
        (string Source, string Id) key = FactPath.Read(context, source, id);
        return await store.FindAsync(key.Source, key.Id, cancellationToken) is { } stored
            ? TypedResults.Ok(StoredResponseBody.From(stored))
            : Problems.NotFound($"There is no response '{key.Id}' of source '{key.Source}'.");
    }
}
