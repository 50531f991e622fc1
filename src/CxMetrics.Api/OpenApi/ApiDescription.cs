using CxMetrics.Api.Hosting;
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
                options.AddDocumentTransformer<DocumentFrame>();
                options.AddOperationTransformer<ParameterSchemas>();
                options.AddOperationTransformer<ProblemResponses>();
                options.AddOperationTransformer<OperationExamples>();
            }
        );

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
