using CxMetrics.Api.Hosting;

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
                "Responses by the time they were given, oldest first, a page at a time: pass `nextCursor` (JSON) or follow the `Link` header (CSV) "
                    + "until there is none. CSV has one row per answer. Erased responses are not listed."
            )
            .Produces<ResponsePageBody>(StatusCodes.Status200OK, "application/json", Csv.MediaType)
            .ProducesProblems(400, 406, 503);

        group
            .MapGet("/{source}/{id}", SingleResponse.GetResponse)
            .WithName(nameof(SingleResponse.GetResponse))
            .WithSummary("Read a survey response")
            .WithDescription(
                "One response as it was sent: its current revision, or with `asOf` the one that was current then. An erased response answers 410."
            )
            .Produces<StoredResponseBody>(StatusCodes.Status200OK)
            .ProducesProblems(400, 404, 410, 503);

        group
            .MapDelete("/{source}/{id}", SingleResponse.EraseResponse)
            .WithName(nameof(SingleResponse.EraseResponse))
            .WithSummary("Erase a survey response")
            .WithDescription(
                "Takes comment, locale, attributes, customer and account out of every revision, for good, and the response out of the scores. Scores, times and dimensions "
                    + "stay without identity, so that figures with an earlier `asOf` can be made again. The same response sent again is a `duplicate`. Safe to repeat."
            )
            .Produces(StatusCodes.Status204NoContent)
            .ProducesProblems(404, 503);
        return routes;
    }
}
