using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.OpenApi;

/// <summary>Gives every status a sentence.</summary>
internal sealed class StatusDescriptions : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, string> Sentences = new(StringComparer.Ordinal)
    {
        ["200"] = "Done.",
        ["201"] = "Stored, and durable.",
        ["204"] = "Done; there is nothing to say.",
        ["304"] = "Nothing has changed since the entity tag sent in If-None-Match.",
        ["400"] = "The request is not valid; `errors` names each member or parameter.",
        ["404"] = "There is no such thing here.",
        ["406"] = "None of the accepted formats is available.",
        ["410"] = "It was erased.",
        ["413"] = "The body is too large.",
        ["415"] = "The body is in a format that is not understood.",
        ["422"] = "The data must not be pooled as asked, for example answers on different scales.",
        ["503"] =
            "Not now: the queue is full, the service is stopping or the database does not answer. See Retry-After.",
    };

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            response.Description = Sentences[status];
        }

        return Task.CompletedTask;
    }
}
