using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using CxMetrics.Api.Results;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.OpenApi;

/// <summary>Lists the names that members with <see cref="KnownNamesAttribute"/> can have, and their default.</summary>
internal sealed class ChoiceSchemas : IOpenApiSchemaTransformer
{
    public Task TransformAsync(
        OpenApiSchema schema,
        OpenApiSchemaTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        if (AttributeOf(context.JsonPropertyInfo) is { } known)
        {
            string[] names =
            [
                .. known
                    .Properties.SelectMany(property => NamesOf(known.Type, property))
                    .Distinct(StringComparer.Ordinal),
            ];
            schema.Type = JsonSchemaType.String;
            schema.Enum = [.. names.Select(name => (JsonNode)name)];
            schema.Default = RequiredMembers.IsRequired(context.JsonPropertyInfo!) ? null : names[0];
        }

        return Task.CompletedTask;
    }

    private static KnownNamesAttribute? AttributeOf(JsonPropertyInfo? property) =>
        property
            ?.AttributeProvider?.GetCustomAttributes(typeof(KnownNamesAttribute), inherit: true)
            .OfType<KnownNamesAttribute>()
            .SingleOrDefault();

    private static IReadOnlyList<string> NamesOf(Type type, string property) =>
        ((IKnownNames)type.GetProperty(property, BindingFlags.Public | BindingFlags.Static)!.GetValue(null)!).Names;
}
