using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.OpenApi;

/// <summary>
/// Says which members a request must have. They can be absent while the body is read, so that the refusal names every one that is missing.
/// </summary>
internal sealed class RequiredMembers : IOpenApiSchemaTransformer
{
    public static bool IsRequired(JsonPropertyInfo property) =>
        property.AttributeProvider?.IsDefined(typeof(RequiredAttribute), inherit: true) == true;

    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (context.JsonPropertyInfo is { } member && IsRequired(member))
        {
            schema.Type &= ~JsonSchemaType.Null;
        }

        foreach (JsonPropertyInfo property in context.JsonTypeInfo.Properties.Where(IsRequired))
        {
            schema.Required ??= new HashSet<string>(StringComparer.Ordinal);
            schema.Required.Add(property.Name);
        }

        return Task.CompletedTask;
    }
}
