using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.OpenApi;

/// <summary>Puts the bodies of <c>api-spec/examples</c> into the document: the same ones that the tests send.</summary>
/// <remarks>A file is named for its operation and place: <c>CalculateNps.request.json</c>, <c>CalculateNps.200.json</c>.</remarks>
internal sealed class OperationExamples : IOpenApiOperationTransformer
{
    private const string Prefix = "examples/";

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        SetExample(operation.RequestBody?.Content, $"{operation.OperationId}.request");
        foreach ((string status, IOpenApiResponse response) in operation.Responses ?? [])
        {
            SetExample(response.Content, $"{operation.OperationId}.{status}");
        }

        return Task.CompletedTask;
    }

    private static void SetExample(IDictionary<string, OpenApiMediaType>? content, string name)
    {
        string[] mediaTypes = [Hosting.MediaTypes.Json, Hosting.Problems.ContentType];
        foreach (string mediaType in mediaTypes)
        {
            if (content is not null && content.TryGetValue(mediaType, out OpenApiMediaType? described))
            {
                described.Example = Read(name);
            }
        }
    }

    private static JsonNode? Read(string name)
    {
        using Stream? stream = typeof(OperationExamples).Assembly.GetManifestResourceStream($"{Prefix}{name}.json");
        return stream is null ? null : JsonNode.Parse(stream);
    }
}
