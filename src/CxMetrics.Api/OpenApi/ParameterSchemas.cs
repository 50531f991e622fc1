using System.Text.Json.Nodes;
using CxMetrics.Api.Hosting;
using CxMetrics.Domain.Calendar;
using CxMetrics.Domain.Statistics;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.OpenApi;

/// <summary>Says what query parameters hold. They are bound as text so that errors can name them; clients should see their real types.</summary>
internal sealed class ParameterSchemas : IOpenApiOperationTransformer
{
    private static readonly Dictionary<string, Func<OpenApiSchema>> ByName = new(StringComparer.Ordinal)
    {
        ["from"] = Day,
        ["to"] = Day,
        ["period"] = () => Choice<PeriodLength>(PeriodLength.None),
        ["unit"] = () => Choice<UnitOfAnalysis>(),
        ["asOf"] = () => new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time" },
        ["test"] = () => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ["suspectedDuplicate"] = () => new OpenApiSchema { Type = JsonSchemaType.Boolean },
        ["groupBy"] = () => new OpenApiSchema { Type = JsonSchemaType.String, Examples = ["touchpoint,channel"] },
        ["confidence"] = () =>
            new OpenApiSchema
            {
                Type = JsonSchemaType.Number,
                Format = "double",
                Minimum = "0.5",
                Maximum = "0.999",
                Default = 0.95,
            },
        ["limit"] = () =>
            new OpenApiSchema
            {
                Type = JsonSchemaType.Integer,
                Format = "int32",
                Minimum = "1",
                Maximum = "1000",
                Default = 100,
            },
        ["format"] = () => Choice<ResultFormat>(ResultFormat.Json),
    };

    private static readonly Dictionary<string, string> PathDescriptions = new(StringComparer.Ordinal)
    {
        ["metric"] = "The key of the metric, from the catalogue.",
        ["survey"] = "The key of the survey, percent-encoded.",
        ["source"] = "The source of the fact, percent-encoded; `api` for facts that named none.",
        ["id"] = "The sender's id of the fact, percent-encoded.",
    };

    public Task TransformAsync(
        OpenApiOperation operation,
        OpenApiOperationTransformerContext context,
        CancellationToken cancellationToken
    )
    {
        foreach (IOpenApiParameter parameter in operation.Parameters ?? [])
        {
            parameter.Description ??= PathDescriptions.GetValueOrDefault(parameter.Name!);
            if (
                parameter is OpenApiParameter { In: ParameterLocation.Query, Name: { } name } query
                && ByName.TryGetValue(name, out Func<OpenApiSchema>? schema)
            )
            {
                query.Schema = schema();
            }
        }

        return Task.CompletedTask;
    }

    private static OpenApiSchema Day() => new() { Type = JsonSchemaType.String, Format = "date" };

    private static OpenApiSchema Choice<TEnum>(TEnum absent)
        where TEnum : struct, Enum =>
        new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetValues<TEnum>().Select(value => (JsonNode)EnumNames.CamelCase(value))],
            Default = EnumNames.CamelCase(absent),
        };

    /// <summary>A choice that is made from the data where nobody makes it.</summary>
    private static OpenApiSchema Choice<TEnum>()
        where TEnum : struct, Enum =>
        new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. Enum.GetValues<TEnum>().Select(value => (JsonNode)EnumNames.CamelCase(value))],
        };
}
