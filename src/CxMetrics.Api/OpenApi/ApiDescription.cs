using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace CxMetrics.Api.OpenApi;

/// <summary>The description of this API: the document at <c>/openapi/v1.json</c> and the page at <c>/swagger</c>.</summary>
internal static class ApiDescription
{
    private const string DocumentName = "v1";

    public static IServiceCollection AddApiDescription(this IServiceCollection services) =>
        services.AddOpenApi(
            DocumentName,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = NameSchema;
                options.AddDocumentTransformer<DocumentFrame>();
                options.AddSchemaTransformer<SchemaDetails>();
                options.AddSchemaTransformer<ChoiceSchemas>();
                options.AddSchemaTransformer<RequiredMembers>();
                options.AddOperationTransformer<ParameterSchemas>();
                options.AddOperationTransformer<StatusDescriptions>();
                options.AddOperationTransformer<OperationExamples>();
            }
        );

    /// <summary>Wire records are called …Body here, to keep them apart from the domain; clients need no such suffix.</summary>
    private static string? NameSchema(JsonTypeInfo type)
    {
        const string Suffix = "Body";
        string? name = OpenApiOptions.CreateDefaultSchemaReferenceId(type);
        return name is not null && name.EndsWith(Suffix, StringComparison.Ordinal) ? name[..^Suffix.Length] : name;
    }

    public static void MapApiDescription(this WebApplication app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.UseSwaggerUI(page =>
        {
            page.SwaggerEndpoint($"/openapi/{DocumentName}.json", "CxMetrics v1");
            page.DocumentTitle = "CxMetrics API";
            page.DisplayOperationId();
        });
        app.MapGet("/", () => TypedResults.Redirect("/swagger")).ExcludeFromDescription();
    }
}
